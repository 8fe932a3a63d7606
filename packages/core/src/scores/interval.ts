import { studentT95 } from './student-t.ts';

/** Quantile of the normal distribution for a two-sided interval of 95 %. */
export const Z_95 = 1.959964;

/** The number of answers below which a score is marked as uncertain. */
export const MIN_CERTAIN_N = 30;

/** A 95 % interval, in the unit of its score. */
export interface Interval {
  /** The lower bound; null when there are too few answers for an interval. */
  low: number | null;
  /** The upper bound; null when there are too few answers for an interval. */
  high: number | null;
}

/** The share of the scale below which a deviation is a rounding error of a mean of fractions. */
const ROUNDING = 1e-9;

const NO_INTERVAL: Interval = { low: null, high: null };

/**
 * Returns the Wilson score interval of a share, in per cent.
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * Journal of the American Statistical Association 22 (1927).
 */
export function wilsonPercent(hits: number, n: number): Interval {
  if (n === 0) return NO_INTERVAL;
  const share = hits / n;
  const z2 = Z_95 ** 2;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z_95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return around(100 * share, 100 * centre, 100 * half, 0, 100);
}

/**
 * Returns the adjusted Wald interval of a net promoter score: the plain interval after adding ¾ promoter, 1½ passives
 * and ¾ detractor to the answers. The plain interval is far too narrow when most answers are in one group, and has no
 * width when all are.
 *
 * Source: B. Rocks, "Interval estimation for the 'net promoter score'", The American Statistician 70 (2016). Its
 * interval can exceed the scale, and can exclude a score of ±100; neither happens here.
 */
export function npsInterval(promoters: number, detractors: number, n: number): Interval {
  if (n === 0) return NO_INTERVAL;
  const p = (promoters + 0.75) / (n + 3);
  const d = (detractors + 0.75) / (n + 3);
  const half = Z_95 * Math.sqrt((p + d - (p - d) ** 2) / (n + 3));
  return around((100 * (promoters - detractors)) / n, 100 * (p - d), 100 * half, -100, 100);
}

/**
 * Returns Student's t interval of a mean, mean ± t · √(s² / n), kept on the scale. s² is the variance of the sample
 * and t has n − 1 degrees of freedom. A single value has no variance, and no interval.
 *
 * When all values are the same, s² is 0 and says nothing about the spread among those who did not answer. The interval
 * then contains every mean that is possible while a share of z² / (n + z²), Wilson's upper bound for 0 of n, has any
 * other value of the scale.
 *
 * Source: Student, "The probable error of a mean", Biometrika 6 (1908). The rule for equal values is our addition.
 *
 * @param squares the sum of the squared differences from the mean
 */
export function meanInterval(mean: number, squares: number, n: number, min: number, max: number): Interval {
  if (n < 2) return NO_INTERVAL;
  const deviation = Math.sqrt(squares / (n - 1));
  if (deviation > ROUNDING * (max - min)) {
    return around(mean, mean, (studentT95(n - 1) * deviation) / Math.sqrt(n), min, max);
  }
  const others = Z_95 ** 2 / (n + Z_95 ** 2);
  return { low: mean - others * (mean - min), high: mean + others * (max - mean) };
}

/** Returns `centre` ± `half`, cut at the ends of the scale, but never so that the score is outside. */
function around(score: number, centre: number, half: number, min: number, max: number): Interval {
  return {
    low: Math.max(min, Math.min(score, centre - half)),
    high: Math.min(max, Math.max(score, centre + half)),
  };
}
