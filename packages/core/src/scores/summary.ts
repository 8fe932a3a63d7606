import { sum } from './counts.ts';
import { meanInterval, MIN_CERTAIN_N, type Interval } from './interval.ts';

/** A mean over respondents. All figures are null without respondents. */
export interface Summary extends Interval {
  /** The number of respondents. */
  n: number;
  /**
   * The mean. `low` and `high` are its 95 % interval by Student's t, within the scale, or null for fewer than two
   * respondents.
   */
  score: number | null;
  /** True for fewer than 30 respondents. */
  uncertain: boolean;
}

/** Returns the mean of values between `min` and `max`, one for each respondent. */
export function summarise(values: readonly number[], min: number, max: number): Summary {
  const n = values.length;
  const uncertain = n < MIN_CERTAIN_N;
  if (n === 0) return { n, score: null, low: null, high: null, uncertain };
  // Rounding errors of sums could exceed the scale slightly.
  const score = Math.min(max, Math.max(min, sum(values) / n));
  const squares = sum(values.map((value) => (value - score) ** 2));
  return { n, score, ...meanInterval(score, squares, n, min, max), uncertain };
}
