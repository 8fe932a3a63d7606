import { describe, expect, test } from 'vitest';
import { meanInterval, npsInterval } from './interval.ts';

const NONE = { low: null, high: null };

describe('npsInterval', () => {
  // Rocks (2016), before it is kept on the scale: promoters, detractors, n → low, high.
  test.each([
    [1, 0, 1, -48.5, 98.5],
    [5, 0, 5, 17.5, 107.5],
    [10, 0, 10, 47.5, 106.3],
    [3, 1, 6, -26.7, 71.2],
    [30, 10, 60, 13.3, 50.2],
    [150, 60, 300, 20.9, 38.5],
  ])('of %i promoters and %i detractors in %i is the published one, on the scale', (p, d, n, from, to) => {
    const { low, high } = npsInterval(p, d, n);
    const score = (100 * (p - d)) / n;
    expect(low).toBeCloseTo(from, 1);
    expect(high).toBeCloseTo(Math.min(100, Math.max(to, score)), 1);
  });

  test('is null without answers', () => {
    expect(npsInterval(0, 0, 0)).toEqual(NONE);
  });

  test('has a width when all answers are in one group', () => {
    for (const [p, d] of [
      [10, 0],
      [0, 10],
      [0, 0],
    ] as const) {
      const { low, high } = npsInterval(p, d, 10);
      expect((high ?? 0) - (low ?? 0)).toBeGreaterThan(30);
    }
  });
});

describe('meanInterval', () => {
  test('of two values is 12.7 standard errors wide on either side', () => {
    // 3 and 4: mean 3.5, s² = ½, standard error ½.
    const { low, high } = meanInterval(3.5, 0.5, 2, -100, 100);
    expect(low).toBeCloseTo(3.5 - 12.7062 / 2, 4);
    expect(high).toBeCloseTo(3.5 + 12.7062 / 2, 4);
  });

  test.each([0, 1])('of %i values is null', (n) => {
    expect(meanInterval(5, 0, n, 1, 7)).toEqual(NONE);
  });

  test('of equal values has a width, which shrinks with their number', () => {
    // Wilson's upper bound for 0 of 10 is 27.75 %: as many may have said 1.
    const ten = meanInterval(7, 0, 10, 1, 7);
    expect(ten.low).toBeCloseTo(7 - 0.27753 * 6, 4);
    expect(ten.high).toBe(7);
    const thousand = meanInterval(4, 0, 1000, 1, 7);
    expect(thousand.low).toBeCloseTo(4 - 0.003827 * 3, 4);
    expect(thousand.high).toBeCloseTo(4 + 0.003827 * 3, 4);
  });

  test('treats values that differ only by rounding as equal', () => {
    expect(meanInterval(4.85, 1e-30, 10, 1, 7)).toEqual(meanInterval(4.85, 0, 10, 1, 7));
  });
});
