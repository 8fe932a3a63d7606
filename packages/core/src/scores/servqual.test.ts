import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyResponses, anyWeights, rowsFrom, SMALL, STATEMENTS } from './test/any-responses.ts';
import { servperfScore } from './servperf.ts';
import { servqualScore, type GapSummary, type ServqualScore } from './servqual.ts';

test('is perception minus expectation by statement, by dimension and overall', () => {
  // Gaps of the first respondent: a −1, −3; b 0, −3, −3. Of the second: a 0, 0; b 1, 1, 1. Means a −2 and 0, b −2 and 1.
  const responses = [
    { expectations: rowsFrom(7, 7, 5, 6, 7), perceptions: rowsFrom(6, 4, 5, 3, 4) },
    { expectations: rowsFrom(5, 5, 5, 5, 5), perceptions: rowsFrom(5, 5, 6, 6, 6) },
  ];
  const { complete, statements, dimensions, overall, weighted } = servqualScore(responses, SMALL, {
    a: 75,
    b: 25,
  });
  expect(complete).toBe(2);
  expect(statements.map(({ score, expectation, perception }) => [score, expectation, perception])).toEqual([
    [-0.5, 6, 5.5],
    [-1.5, 6, 4.5],
    [0.5, 5, 5.5],
    [-1, 5.5, 4.5],
    [-1, 6, 5],
  ]);
  expect(dimensions).toMatchObject([
    { name: 'a', n: 2, score: -1, expectation: 6, perception: 5, weight: 75, weighted: -0.75 },
    { name: 'b', n: 2, score: -0.5, expectation: 5.5, perception: 5, weight: 25, weighted: -0.125 },
  ]);
  expect(overall).toMatchObject({ n: 2, score: -0.75, expectation: 5.75, perception: 5 });
  // Weighted gaps of the respondents: −2 and 0.25.
  expect(weighted).toMatchObject({ n: 2, score: -0.875, expectation: 5.875, perception: 5 });
  // Overall gaps −2 and 0.5: margin 12.7062 · √(3.125 / 2) = 15.88, which leaves the scale.
  expect(overall).toMatchObject({ low: -6, high: 6 });
});

test('has the interval of a mean of paired differences by t', () => {
  const respondents = [
    { expectations: rowsFrom(6, 6, 6, 6, 6), perceptions: rowsFrom(4, 4, 4, 4, 4) },
    { expectations: rowsFrom(4, 4, 4, 4, 4), perceptions: rowsFrom(4, 4, 5, 5, 5) },
  ];
  const { overall } = servqualScore(Array.from({ length: 5 }, () => respondents).flat(), SMALL);
  // Gaps −2 and 0.5, five times each: variance 10 · 1.25² / 9, margin 2.262157 · √(1.736111 / 10) = 0.942566.
  expect(overall.score).toBeCloseTo(-0.75, 12);
  expect(overall.low).toBeCloseTo(-1.692566, 5);
  expect(overall.high).toBeCloseTo(0.192566, 5);
});

test('ranges from the lowest perceptions with the highest expectations to the reverse', () => {
  const none = rowsFrom(1, 1, 1, 1, 1);
  const all = rowsFrom(7, 7, 7, 7, 7);
  expect(servqualScore([{ expectations: all, perceptions: none }], SMALL).overall.score).toBe(-6);
  expect(servqualScore([{ expectations: none, perceptions: all }], SMALL).overall.score).toBe(6);
});

test('keeps a gap of 0 as a gap', () => {
  const rows = rowsFrom(4, 4, 4, 4, 4);
  const { complete, overall } = servqualScore([{ expectations: rows, perceptions: rows }], SMALL);
  expect([complete, overall.n, overall.score]).toEqual([1, 1, 0]);
});

test('includes only statements that were rated in both forms, also in the means of each form', () => {
  const { complete, statements, dimensions } = servqualScore(
    [
      { expectations: rowsFrom(7, 6, 5, null, null), perceptions: rowsFrom(5, null, 4, 3, null) },
      { expectations: null, perceptions: rowsFrom(1, 1, 1, 1, 1) },
      { expectations: rowsFrom(1, 1, 1, 1, 1) },
    ],
    SMALL,
  );
  expect(complete).toBe(0);
  expect(
    statements.map(({ n, score, expectation, perception }) => [n, score, expectation, perception]),
  ).toEqual([
    [1, -2, 7, 5],
    [0, null, null, null],
    [1, -1, 5, 4],
    [0, null, null, null],
    [0, null, null, null],
  ]);
  expect(dimensions).toMatchObject([
    { n: 1, score: -2, expectation: 7, perception: 5 },
    { n: 0, score: null, expectation: null, perception: null },
  ]);
});

test('is always the mean perception minus the mean expectation', () => {
  fc.assert(
    fc.property(anyResponses, anyWeights, (responses, weights) => {
      for (const { score, expectation, perception } of summariesOf(
        servqualScore(responses, SMALL, weights),
      )) {
        if (score === null) expect([expectation, perception]).toEqual([null, null]);
        else expect((perception ?? NaN) - (expectation ?? NaN)).toBeCloseTo(score, 9);
      }
    }),
  );
});

test('changes its sign when expectations and perceptions are swapped', () => {
  fc.assert(
    fc.property(anyResponses, anyWeights, (responses, weights) => {
      const turned = responses.map(({ expectations, perceptions, ...rest }) => ({
        ...rest,
        expectations: perceptions ?? null,
        perceptions: expectations ?? null,
      }));
      const others = summariesOf(servqualScore(turned, SMALL, weights));
      for (const [index, one] of summariesOf(servqualScore(responses, SMALL, weights)).entries()) {
        const other = others[index];
        expect(other?.n).toBe(one.n);
        if (one.score !== null) expect(other?.score).toBeCloseTo(-one.score, 9);
        if (one.low !== null) expect(other?.high).toBeCloseTo(-one.low, 9);
      }
    }),
  );
});

test('is the SERVPERF score minus a constant if all expectations are equal', () => {
  const same = fc.integer({ min: 1, max: 7 });
  fc.assert(
    fc.property(anyResponses, same, anyWeights, (responses, expectation, weights) => {
      const expectations = Object.fromEntries(STATEMENTS.map((name) => [name, expectation]));
      const gaps = servqualScore(
        responses.map((each) => ({ ...each, expectations })),
        SMALL,
        weights,
      );
      const levels = servperfScore(responses, SMALL, weights);
      expect(gaps.complete).toBe(levels.complete);
      expect(gaps.overall.n).toBe(levels.overall.n);
      if (levels.weighted.score === null) expect(gaps.weighted.score).toBeNull();
      else expect(gaps.weighted.score).toBeCloseTo(levels.weighted.score - expectation, 9);
    }),
  );
});

test('keeps its scores and narrows its intervals if all responses are repeated', () => {
  fc.assert(
    fc.property(anyResponses, (responses) => {
      const twice = summariesOf(servqualScore([...responses, ...responses], SMALL));
      for (const [index, one] of summariesOf(servqualScore(responses, SMALL)).entries()) {
        const { n, score, low } = twice[index] ?? {};
        expect(n).toBe(2 * one.n);
        if (one.score !== null) expect(score).toBeCloseTo(one.score, 9);
        if (one.low !== null) expect(low).toBeGreaterThanOrEqual(one.low - 1e-9);
      }
    }),
  );
});

function summariesOf({ statements, dimensions, overall, weighted }: ServqualScore): GapSummary[] {
  return [...statements, ...dimensions, overall, weighted];
}
