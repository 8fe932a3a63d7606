import * as fc from 'fast-check';
import type { Battery } from '../../batteries/battery.ts';
import type { Rows } from '../rows.ts';
import type { ServqualResponse } from '../servqual.ts';

/** Two dimensions of unlike size; one name is that of a member every object inherits. */
export const SMALL: Battery = {
  min: 1,
  max: 7,
  dimensions: [
    { name: 'a', statements: ['a1', 'constructor'] },
    { name: 'b', statements: ['b1', 'b2', 'b3'] },
  ],
};

/** Statements of `SMALL`, in order. */
export const STATEMENTS = SMALL.dimensions.flatMap(({ statements }) => statements);

/** Steps of `SMALL`, in its order; a statement without one is left out. */
export function rowsFrom(...steps: (number | null)[]): Rows {
  return Object.fromEntries(
    STATEMENTS.flatMap((name, index) => (typeof steps[index] === 'number' ? [[name, steps[index]]] : [])),
  );
}

const step = fc.integer({ min: SMALL.min, max: SMALL.max });

function rows(value: fc.Arbitrary<number | null>): fc.Arbitrary<Rows> {
  return fc.tuple(value, value, value, value, value).map((steps) => rowsFrom(...steps));
}

/** Points of whole numbers over the dimensions of `SMALL`. */
export const anyWeights: fc.Arbitrary<Rows> = fc.nat({ max: 100 }).map((a) => ({ a, b: 100 - a }));

/** Visitors who rated every statement in both forms, without points of their own. */
export const completeResponses = fc.array(fc.record({ expectations: rows(step), perceptions: rows(step) }), {
  minLength: 1,
  maxLength: 40,
});

/** Visitors who left out what they wanted; some have points of their own. */
export const anyResponses: fc.Arbitrary<ServqualResponse[]> = fc.array(
  fc.record(
    {
      expectations: fc.option(rows(fc.option(step)), { freq: 20 }),
      perceptions: fc.option(rows(fc.option(step)), { freq: 20 }),
      weights: fc.option(anyWeights),
    },
    { requiredKeys: [] },
  ),
  { maxLength: 40 },
);
