import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cesScore } from './ces.ts';
import { anyCounts } from './test/any-counts.ts';

test('is the mean, with the share of 5 to 7', () => {
  // 3, 5, 6, 6: mean 5, variance (4 + 0 + 1 + 1) / 3 = 2, margin 3.1824 · √(2 / 4) = 2.2503, cut at 7.
  const score = cesScore({ 3: 1, 5: 1, 6: 2 });
  expect(score).toMatchObject({ n: 4, score: 5, easy: { percent: 75 }, uncertain: true });
  expect(score.low).toBeCloseTo(2.7497, 4);
  expect(score.high).toBe(7);
  expect(score.easy.low).toBeCloseTo(30.06, 2);
  expect(score.easy.high).toBeCloseTo(95.44, 2);
});

test('keeps its interval within the scale', () => {
  expect(cesScore({ 1: 1, 7: 3 })).toMatchObject({ high: 7 });
});

test('has no interval for one answer', () => {
  expect(cesScore({ 6: 1 })).toMatchObject({ n: 1, score: 6, low: null, high: null });
});

test('has null figures without answers', () => {
  const easy = { percent: null, low: null, high: null };
  expect(cesScore({})).toEqual({ n: 0, score: null, low: null, high: null, easy, uncertain: true });
});

test('is within its interval, which is within 1 to 7', () => {
  fc.assert(
    fc.property(anyCounts(1, 7), (counts) => {
      const { n, score, low, high } = cesScore(counts);
      if (score === null || low === null || high === null) {
        expect(n).toBeLessThan(2);
        return;
      }
      expect(low).toBeGreaterThanOrEqual(1);
      expect(score).toBeGreaterThanOrEqual(low);
      expect(high).toBeGreaterThanOrEqual(score);
      expect(high).toBeLessThanOrEqual(7);
    }),
  );
});
