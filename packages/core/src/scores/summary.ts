import { sum } from './counts.ts';
import { meanInterval, MIN_CERTAIN_N, type Interval } from './interval.ts';

/** A mean over visitors. Without a visitor every figure is null. */
export interface Summary extends Interval {
  /** Number of visitors behind it. */
  n: number;
  /** Their mean; `low` and `high` are its 95 % interval by Student's t, kept on the scale. They are null below two visitors. */
  score: number | null;
  /** True below 30 visitors. */
  uncertain: boolean;
}

/** The mean of values that lie between `min` and `max`, one of each visitor. */
export function summarise(values: readonly number[], min: number, max: number): Summary {
  const n = values.length;
  const uncertain = n < MIN_CERTAIN_N;
  if (n === 0) return { n, score: null, low: null, high: null, uncertain };
  // Sums of fractions are rounded, and could end a hair beyond the scale.
  const score = Math.min(max, Math.max(min, sum(values) / n));
  const squares = sum(values.map((value) => (value - score) ** 2));
  return { n, score, ...meanInterval(score, squares, n, min, max), uncertain };
}
