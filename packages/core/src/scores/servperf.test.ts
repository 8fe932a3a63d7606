import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { SERVPERF } from '../batteries/index.ts';
import { anyResponses, anyWeights, completeResponses, rowsFrom, SMALL } from './test/any-responses.ts';
import { servperfScore } from './servperf.ts';

test('is the mean over respondents by statement, by dimension and overall', () => {
  // Means of the first respondent: a 5, b 2; of the second: a 7, b 5.
  const responses = [{ perceptions: rowsFrom(4, 6, 1, 2, 3) }, { perceptions: rowsFrom(7, 7, 5, 5, 5) }];
  const { complete, statements, dimensions, overall, weighted } = servperfScore(responses, SMALL);
  expect(complete).toBe(2);
  expect(statements.map(({ name, dimension, n, score }) => [name, dimension, n, score])).toEqual([
    ['a1', 'a', 2, 5.5],
    ['constructor', 'a', 2, 6.5],
    ['b1', 'b', 2, 3],
    ['b2', 'b', 2, 3.5],
    ['b3', 'b', 2, 4],
  ]);
  expect(dimensions.map(({ name, n, score, weight }) => [name, n, score, weight])).toEqual([
    ['a', 2, 6, 50],
    ['b', 2, 3.5, 50],
  ]);
  expect(overall).toMatchObject({ n: 2, score: 4.75, uncertain: true });
  expect(weighted).toEqual(overall);
});

test("weights the dimensions by the common points, or by the respondent's own", () => {
  // Means of each respondent: a 6, b 2. Weighted: 0.2 · 6 + 0.8 · 2 = 2.8 and 0.9 · 6 + 0.1 · 2 = 5.6.
  const perceptions = rowsFrom(6, 6, 2, 2, 2);
  const responses = [
    { perceptions, weights: null },
    { perceptions, weights: { a: 90, b: 10 } },
  ];
  const { dimensions, overall, weighted } = servperfScore(responses, SMALL, { a: 20, b: 80 });
  // Two respondents with the same mean: up to 3.8415 / 5.8415 of all may differ from it, by up to 3 in each direction.
  expect(overall).toMatchObject({ n: 2, score: 4 });
  expect(overall.low).toBeCloseTo(4 - 1.97286, 5);
  expect(overall.high).toBeCloseTo(4 + 1.97286, 5);
  expect(weighted.score).toBeCloseTo(4.2, 12);
  // Variance (1.4² + 1.4²) / 1 = 3.92, margin 12.7062 · √(3.92 / 2) = 17.79, which leaves the scale.
  expect(weighted).toMatchObject({ low: 1, high: 7 });
  expect(dimensions).toMatchObject([{ weight: 55 }, { weight: 45 }]);
  expect(dimensions[0]?.weighted).toBeCloseTo(3.3, 12);
  expect(dimensions[1]?.weighted).toBeCloseTo(0.9, 12);
});

test('ignores a dimension without points in the weighted score', () => {
  const score = servperfScore([{ perceptions: rowsFrom(6, 6, 2, 2, 2) }], SMALL, { a: 100 });
  expect(score.weighted.score).toBe(6);
  expect(score.dimensions).toMatchObject([{ weight: 100 }, { weight: 0, score: 2, weighted: 0 }]);
});

test('normalises points whose sum differs from 100 by rounding', () => {
  const responses = [{ perceptions: rowsFrom(6, 6, 2, 2, 2) }];
  const { dimensions } = servperfScore(responses, SMALL, { a: 33.3, b: 66.61 });
  expect(dimensions[0]?.weight).toBeCloseTo(33.33, 2);
  expect(() => servperfScore(responses, SMALL, { a: 50, b: 50.09 })).not.toThrow();
  expect(() => servperfScore(responses, SMALL, { a: 50, b: 50.11 })).toThrow(/HEED_ROWS/);
  expect(() => servperfScore(responses, SMALL, { a: 50, b: 49.89 })).toThrow(/HEED_ROWS/);
});

test.each([
  ['half of two', rowsFrom(5, null, 3, 3, 3), [1, 1]],
  ['none of two', rowsFrom(null, null, 3, 3, 3), [0, 1]],
  ['two of three', rowsFrom(5, 5, 3, 3, null), [1, 1]],
  ['one of three', rowsFrom(5, 5, 3, null, null), [1, 0]],
])(
  'includes a respondent in a dimension with at least half of its statements: %s',
  (_, perceptions, counts) => {
    const { complete, dimensions, overall, weighted } = servperfScore([{ perceptions }], SMALL);
    const n = Math.min(...counts);
    expect(dimensions.map((dimension) => dimension.n)).toEqual(counts);
    expect([complete, overall.n, weighted.n]).toEqual([0, n, n]);
  },
);

test('replaces missing ratings by the mean of the others', () => {
  const { dimensions } = servperfScore([{ perceptions: rowsFrom(1, 1, 6, null, 7) }], SMALL);
  expect(dimensions[1]?.score).toBe(6.5);
});

test('includes the rating of a statement even if its dimension is excluded', () => {
  const { statements } = servperfScore([{ perceptions: rowsFrom(5, 5, 3, null, null) }], SMALL);
  expect(statements.map(({ n, score }) => [n, score])).toEqual([
    [1, 5],
    [1, 5],
    [1, 3],
    [0, null],
    [0, null],
  ]);
});

test('has null figures without answers', () => {
  const empty = { n: 0, score: null, low: null, high: null, uncertain: true };
  for (const responses of [[], [{}], [{ perceptions: null }], [{ perceptions: {} }]]) {
    const { complete, statements, dimensions, overall, weighted } = servperfScore(responses, SMALL);
    expect([complete, overall, weighted]).toEqual([0, empty, empty]);
    expect(statements[0]).toEqual({ name: 'a1', dimension: 'a', ...empty });
    expect(dimensions[0]).toEqual({ name: 'a', ...empty, weight: null, weighted: null });
  }
});

test('scores the ready-made battery', () => {
  const perceptions = Object.fromEntries(SERVPERF.perceptions.statements.map(({ name }) => [name, 6]));
  const { complete, statements, dimensions, overall } = servperfScore([{ perceptions }], SERVPERF);
  expect([complete, statements.length, overall.score]).toEqual([1, 22, 6]);
  for (const { score, weight } of dimensions) expect([score, weight]).toEqual([6, 20]);
  expect(dimensions).toHaveLength(5);
});

test('is overall the mean of its dimensions, and weighted the sum of their contributions', () => {
  fc.assert(
    fc.property(completeResponses, anyWeights, (responses, weights) => {
      const { complete, dimensions, overall, weighted } = servperfScore(responses, SMALL, weights);
      const [a, b] = dimensions.map(({ score }) => score ?? NaN) as [number, number];
      expect(complete).toBe(responses.length);
      expect(overall.score).toBeCloseTo((a + b) / 2, 9);
      const { a: ofA = NaN, b: ofB = NaN } = weights;
      expect(weighted.score).toBeCloseTo((ofA * a + ofB * b) / 100, 9);
      expect(dimensions.map(({ weight }) => weight)).toEqual([
        expect.closeTo(ofA, 9),
        expect.closeTo(ofB, 9),
      ]);
    }),
  );
});

test('is within the scale and its interval, and the contributions add up to the weighted score', () => {
  fc.assert(
    fc.property(anyResponses, anyWeights, (responses, weights) => {
      const { complete, statements, dimensions, overall, weighted } = servperfScore(
        responses,
        SMALL,
        weights,
      );
      for (const { n, score, low, high } of [...statements, ...dimensions, overall, weighted]) {
        expect(n).toBeGreaterThanOrEqual(complete);
        if (score === null) expect(n).toBe(0);
        else expect(Math.abs(score - 4)).toBeLessThanOrEqual(3);
        if (low === null || high === null) expect(n).toBeLessThan(2);
        else
          expect([low >= 1, low <= (score ?? NaN), high >= (score ?? NaN), high <= 7]).not.toContain(false);
      }
      const added = dimensions.map((dimension) => dimension.weighted ?? NaN).reduce((x, y) => x + y);
      if (weighted.score !== null) expect(added).toBeCloseTo(weighted.score, 9);
      expect(weighted.n).toBe(overall.n);
    }),
  );
});

test('does not depend on the order of the responses', () => {
  fc.assert(
    fc.property(anyResponses, (responses) => {
      const one = servperfScore(responses, SMALL);
      const other = servperfScore([...responses].reverse(), SMALL);
      expect(other.statements.map(({ n }) => n)).toEqual(one.statements.map(({ n }) => n));
      if (one.weighted.score !== null) expect(other.weighted.score).toBeCloseTo(one.weighted.score, 9);
      else expect(other.weighted.score).toBeNull();
    }),
  );
});

test('never decreases when a rating increases', () => {
  fc.assert(
    fc.property(completeResponses, fc.nat({ max: 4 }), anyWeights, (responses, pick, weights) => {
      const [first, ...rest] = responses;
      const [name = '', step = 7] = Object.entries(first?.perceptions ?? {})[pick] ?? [];
      fc.pre(step < 7);
      const raised = [{ perceptions: { ...first?.perceptions, [name]: step + 1 } }, ...rest];
      const before = servperfScore(responses, SMALL, weights);
      const after = servperfScore(raised, SMALL, weights);
      expect(after.overall.score).toBeGreaterThan(before.overall.score ?? NaN);
      expect(after.weighted.score).toBeGreaterThanOrEqual((before.weighted.score ?? NaN) - 1e-9);
    }),
  );
});
