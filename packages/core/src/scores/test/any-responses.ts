import * as fc from 'fast-check';
import type { Battery } from '../../batteries/battery.ts';
import type { Rows } from '../rows.ts';
import type { ServqualResponse } from '../servqual.ts';

/** Two dimensions of different size. One name is also an inherited member of every object. */
export const SMALL: Battery = {
  min: 1,
  max: 7,
  dimensions: [
    { name: 'a', statements: ['a1', 'constructor'] },
    { name: 'b', statements: ['b1', 'b2', 'b3'] },
  ],
};

/** The statements of `SMALL`, in order. */
export const STATEMENTS = SMALL.dimensions.flatMap(({ statements }) => statements);

/** Ratings of `SMALL`, in order, without the missing ones. */
export function rowsFrom(...steps: (number | null)[]): Rows {
  return Object.fromEntries(
    STATEMENTS.flatMap((name, index) => (typeof steps[index] === 'number' ? [[name, steps[index]]] : [])),
  );
}

const step = fc.integer({ min: SMALL.min, max: SMALL.max });

function rows(value: fc.Arbitrary<number | null>): fc.Arbitrary<Rows> {
  return fc.tuple(value, value, value, value, value).map((steps) => rowsFrom(...steps));
}

/** Whole numbers of points for the dimensions of `SMALL`. */
export const anyWeights: fc.Arbitrary<Rows> = fc.nat({ max: 100 }).map((a) => ({ a, b: 100 - a }));

/** Respondents who rated every statement in both forms, without individual points. */
export const completeResponses = fc.array(fc.record({ expectations: rows(step), perceptions: rows(step) }), {
  minLength: 1,
  maxLength: 40,
});

/** Respondents with missing ratings; some have individual points. */
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
