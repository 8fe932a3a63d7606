/**
 * Measures how often the 95 % intervals contain the true score, by exact enumeration. The bounds are the actual
 * results, rounded down. The plain formulas are included for comparison.
 */
import { describe, expect, test } from 'vitest';
import { meanIntervalOf, meanOf } from './counts.ts';
import {
  coverageOf,
  listDistributions,
  sampleAll,
  summariseCoverage,
  type Coverage,
  type Distribution,
  type Outcome,
} from './test/coverage.ts';
import { npsInterval, wilsonPercent, Z_95, type Interval } from './interval.ts';

const sumOf = (outcome: Outcome): number => outcome.reduce((total, count) => total + count, 0);
const meanFrom = (weights: readonly number[]) => meanOf(weights, 1) ?? NaN;
const around = (centre: number, half: number): Interval => ({ low: centre - half, high: centre + half });

describe('the interval of the NPS', () => {
  /** The categories: promoters, passives, detractors. */
  const adjusted = ([p = 0, , d = 0]: Outcome, n: number): Interval => npsInterval(p, d, n);
  const plain = ([p = 0, , d = 0]: Outcome, n: number): Interval => {
    const score = (p - d) / n;
    return around(100 * score, 100 * Z_95 * Math.sqrt(((p + d) / n - score ** 2) / n));
  };
  const scoreOf = ([p = 0, , d = 0]: Distribution): number => 100 * (p - d);
  const sample = (n: number, interval: typeof adjusted) => sampleAll(n, 3, (outcome) => interval(outcome, n));
  const cover = (n: number, interval: typeof adjusted): Coverage =>
    summariseCoverage(sample(n, interval), listDistributions(20, 3), scoreOf);

  test('contains the true score in 93 % of samples of 10 from 90 % promoters and 3 % detractors; the plain one in 65 %', () => {
    const shares = [0.9, 0.07, 0.03];
    expect(coverageOf(sample(10, plain), shares, 87)).toBeCloseTo(0.649, 3);
    expect(coverageOf(sample(10, adjusted), shares, 87)).toBeCloseTo(0.93, 3);
  });

  test.each([
    [1, 0.64],
    [2, 0.63],
    [3, 0.72],
    [5, 0.83],
    [8, 0.85],
    [10, 0.87],
    [15, 0.9],
    [20, 0.9],
    [30, 0.92],
    [45, 0.91],
    [60, 0.92],
  ])(
    'of %i answers covers the truth in at least the stated share, and in 94 to 96 % on average',
    (n, worst) => {
      const { min, mean } = cover(n, adjusted);
      expect(min).toBeGreaterThan(worst);
      expect(mean).toBeGreaterThan(0.94);
      expect(mean).toBeLessThan(0.96);
    },
  );

  test.each([
    [10, 0.41, 0.87],
    [30, 0.79, 0.93],
    [60, 0.81, 0.94],
  ])('of %i answers is better than the plain one', (n, worst, average) => {
    const { min, mean } = cover(n, plain);
    expect(min).toBeLessThan(worst);
    expect(mean).toBeLessThan(average);
  });

  test.each([10, 30, 60])('of %i answers also covers the edges of the triangle', (n) => {
    const samples = sample(n, adjusted);
    for (const p of [0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999])
      for (const d of [0, 0.001, 0.005, 0.01].filter((share) => share <= 1 - p)) {
        const shares = [p, Math.max(0, 1 - p - d), d];
        expect(coverageOf(samples, shares, scoreOf(shares)), `${p} ${d}`).toBeGreaterThan(0.87);
      }
  });
});

describe('the interval of a share', () => {
  const shares = listDistributions(200, 2).slice(1, -1);
  const truthOf = ([share = 0]: Distribution): number => 100 * share;
  const plain = (hits: number, n: number): Interval => {
    const share = hits / n;
    return around(100 * share, 100 * Z_95 * Math.sqrt((share * (1 - share)) / n));
  };
  const cover = (n: number, interval: typeof plain): Coverage =>
    summariseCoverage(
      sampleAll(n, 2, ([hits = 0]) => interval(hits, n)),
      shares,
      truthOf,
    );

  // The coverage of Wilson's interval drops if the expected number of hits, or of misses, is near 0.2, for any n.
  test.each([5, 10, 20, 30, 60, 100])(
    'of %i answers covers the truth in at least 83 %%, and in 94 to 96 %% on average',
    (n) => {
      const { min, mean } = cover(n, wilsonPercent);
      expect(min).toBeGreaterThan(0.83);
      expect(mean).toBeGreaterThan(0.94);
      expect(mean).toBeLessThan(0.96);
      expect(cover(n, plain).min).toBeLessThan(0.4);
    },
  );
});

describe('the interval of a mean', () => {
  const sample = (n: number, steps: number) => sampleAll(n, steps, (outcome) => meanIntervalOf(outcome, 1));
  const samplePlain = (n: number, steps: number) =>
    sampleAll(n, steps, (outcome) => {
      const mean = meanFrom(outcome);
      const squares = sumOf(outcome.map((count, index) => count * (index + 1 - mean) ** 2));
      return around(mean, Z_95 * Math.sqrt(squares / (n - 1) / n));
    });

  // Scores are discrete and often skewed, so t is an approximation: rare low values that a sample misses cost coverage.
  test.each([
    [5, 10, 2, 0.9, 0.99, 0.56],
    [5, 10, 3, 0.86, 0.98, 0.72],
    [5, 10, 5, 0.74, 0.94, 0.82],
    [5, 10, 8, 0.73, 0.93, 0.88],
    [5, 10, 10, 0.75, 0.93, 0.9],
    [7, 5, 2, 0.95, 0.99, 0.57],
    [7, 5, 3, 0.79, 0.96, 0.71],
    [7, 5, 5, 0.68, 0.93, 0.82],
    [7, 5, 8, 0.82, 0.93, 0.88],
  ])(
    'on %i steps, over all distributions in parts of 1/%i, of %i answers: worst, average, and that of 1.96',
    (steps, parts, n, worst, average, averageOfPlain) => {
      const distributions = listDistributions(parts, steps);
      const { min, mean } = summariseCoverage(sample(n, steps), distributions, meanFrom);
      expect(min).toBeGreaterThan(worst);
      expect(mean).toBeGreaterThan(average);
      const plain = summariseCoverage(samplePlain(n, steps), distributions, meanFrom);
      expect(plain.mean).toBeLessThan(averageOfPlain);
    },
  );

  test.each([
    ['even', [0.2, 0.2, 0.2, 0.2, 0.2], 0.92, 0.87],
    ['peaked', [0.1, 0.2, 0.4, 0.2, 0.1], 0.94, 0.88],
    ['mostly satisfied', [0.02, 0.03, 0.1, 0.3, 0.55], 0.89, 0.89],
    ['nearly unanimous', [0, 0, 0, 0.05, 0.95], 0.99, 0.41],
  ])('of 5 and 10 answers from a population that is %s', (_, shares, worst, bestOfPlain) => {
    for (const n of [5, 10]) {
      expect(coverageOf(sample(n, 5), shares, meanFrom(shares))).toBeGreaterThan(worst);
      expect(coverageOf(samplePlain(n, 5), shares, meanFrom(shares))).toBeLessThan(bestOfPlain + 0.05);
    }
  });
});
