import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCounts } from './test/any-counts.ts';
import { csatScore } from './csat.ts';
import { wilsonPercent } from './interval.ts';

test('is the share of 4s and 5s', () => {
  const score = csatScore({ 1: 1, 2: 1, 3: 2, 4: 10, 5: 26 });
  expect(score).toMatchObject({ n: 40, score: 90, uncertain: false });
  expect(score.mean).toBeCloseTo(4.475, 10);
  expect(score.low).toBeCloseTo(76.95, 2);
  expect(score.high).toBeCloseTo(96.04, 2);
});

test.each([
  [2, { 1: 1, 2: 3 }, 75],
  [3, { 2: 1, 3: 3 }, 75],
  [4, { 2: 1, 3: 1, 4: 2 }, 75],
  [10, { 8: 1, 9: 2, 10: 1 }, 75],
])('counts the top boxes of a scale of %i', (max, counts, score) => {
  expect(csatScore(counts, max).score).toBe(score);
});

test('has null figures without answers', () => {
  const none = { low: null, high: null };
  expect(csatScore({})).toEqual({
    n: 0,
    score: null,
    ...none,
    mean: null,
    meanInterval: none,
    uncertain: true,
  });
});

// R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I.
test.each([
  [81, 263, 25.53, 36.62],
  [15, 148, 6.24, 16.05],
  [0, 20, 0, 16.11],
  [1, 29, 0.61, 17.18],
])('has the published Wilson interval of %i in %i', (hits, n, low, high) => {
  const interval = wilsonPercent(hits, n);
  expect(interval.low).toBeCloseTo(low, 2);
  expect(interval.high).toBeCloseTo(high, 2);
});

test("has Student's t interval of the mean, and none for one answer", () => {
  // 3, 4, 4, 5: mean 4, variance 2/3, margin 3.1824 · √(2 / 12) = 1.2992.
  const { mean, meanInterval } = csatScore({ 3: 1, 4: 2, 5: 1 });
  expect(mean).toBe(4);
  expect(meanInterval.low).toBeCloseTo(2.7008, 4);
  expect(meanInterval.high).toBe(5);
  expect(csatScore({ 4: 1 })).toMatchObject({ mean: 4, meanInterval: { low: null, high: null } });
});

test('is within its interval, which is within 0 to 100', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 10 }).chain((max) => fc.tuple(anyCounts(1, max), fc.constant(max))),
      ([counts, max]) => {
        const { n, score, low, high, mean } = csatScore(counts, max);
        expect(n).toBe(Object.values(counts).reduce((total, count) => total + count, 0));
        if (score === null || low === null || high === null || mean === null) {
          expect(n).toBe(0);
          return;
        }
        expect(low).toBeGreaterThanOrEqual(0);
        expect(score).toBeGreaterThanOrEqual(low);
        expect(high).toBeGreaterThanOrEqual(score);
        expect(high).toBeLessThanOrEqual(100);
        expect(mean).toBeGreaterThanOrEqual(1);
        expect(mean).toBeLessThanOrEqual(max);
      },
    ),
  );
});

test('has a narrower interval with more identical answers', () => {
  fc.assert(
    fc.property(anyCounts(1, 5), (counts) => {
      const more = Object.fromEntries(Object.entries(counts).map(([value, count]) => [value, count * 2]));
      const few = csatScore(counts);
      const many = csatScore(more);
      fc.pre(few.n > 0);
      expect((many.high ?? 0) - (many.low ?? 0)).toBeLessThan((few.high ?? 0) - (few.low ?? 0));
    }),
  );
});

test.each([1, 11, 2.5, NaN])('throws HEED_OPTION for a highest value of %d', (max) => {
  expect(() => csatScore({}, max)).toThrow(/HEED_OPTION/);
});
