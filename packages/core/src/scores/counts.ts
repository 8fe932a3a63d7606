import { createValueError } from '../value-error.ts';
import { meanInterval, type Interval } from './interval.ts';

/** The number of answers by value. Values without answers may be omitted. */
export type Counts = { readonly [value: number]: number };

/**
 * Returns the counts of all values from `min` to `max`, in order.
 *
 * @throws HeedError `HEED_COUNTS` for a value outside the scale or an invalid count
 */
export function readCounts(where: string, counts: Counts, min: number, max: number): number[] {
  for (const [value, count] of Object.entries(counts)) {
    const step = Number(value);
    if (!Number.isInteger(step) || String(step) !== value || step < min || step > max) {
      throw createValueError('HEED_COUNTS', where, {
        expected: `values from ${min} to ${max}`,
        got: `the value "${value}"`,
      });
    }
    if (!Number.isSafeInteger(count) || count < 0) {
      throw createValueError('HEED_COUNTS', where, {
        expected: `a whole number of answers for ${value}`,
        got: `${count}`,
      });
    }
  }
  return Array.from({ length: max - min + 1 }, (_, index) => counts[min + index] ?? 0);
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Returns the mean of the values `min`, `min + 1`, … weighted by their counts, or null without answers. */
export function meanOf(steps: readonly number[], min: number): number | null {
  const n = sum(steps);
  return n === 0 ? null : sum(steps.map((count, index) => count * (min + index))) / n;
}

/** Returns the 95 % interval of that mean. The bounds are null for fewer than two answers. */
export function meanIntervalOf(steps: readonly number[], min: number): Interval {
  const mean = meanOf(steps, min) ?? 0;
  const squares = sum(steps.map((count, index) => count * (min + index - mean) ** 2));
  return meanInterval(mean, squares, sum(steps), min, min + steps.length - 1);
}
