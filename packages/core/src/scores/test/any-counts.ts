import * as fc from 'fast-check';
import type { Counts } from '../counts.ts';

/** Counts of some values from `min` to `max`. */
export function anyCounts(min: number, max: number): fc.Arbitrary<Counts> {
  return fc
    .uniqueArray(fc.tuple(fc.integer({ min, max }), fc.nat({ max: 5000 })), { selector: ([step]) => step })
    .map((pairs) => Object.fromEntries(pairs));
}
