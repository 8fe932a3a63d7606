/** Quantile of the normal distribution for a two-sided interval of 95 %. */
export const Z_95 = 1.959964;

/** Below this many answers a score is shown as uncertain. */
export const MIN_CERTAIN_N = 30;

/** A 95 % interval, in the unit of its score. */
export interface Interval {
  /** The lower end; null without answers. */
  low: number | null;
  /** The upper end; null without answers. */
  high: number | null;
}

/**
 * Wilson score interval of a share, in per cent.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * Journal of the American Statistical Association 22 (1927).
 */
export function wilsonPercent(hits: number, n: number): Interval {
  if (n === 0) return { low: null, high: null };
  const share = hits / n;
  const z2 = Z_95 ** 2;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z_95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  // Rounding must not put the share itself outside: at 0 of n the lower end is exactly 0.
  return {
    low: 100 * Math.max(0, Math.min(share, centre - half)),
    high: 100 * Math.min(1, Math.max(share, centre + half)),
  };
}

/** A score with its margin on both sides, kept inside its scale. */
export function aroundClamped(score: number, margin: number, min: number, max: number): Interval {
  return { low: Math.max(min, score - margin), high: Math.min(max, score + margin) };
}

/**
 * The interval of a mean: mean ± z · √(s² / n), with s² the variance of the sample, kept inside its scale.
 *
 * @param squares the sum of the squared distances from the mean
 */
export function meanInterval(mean: number, squares: number, n: number, min: number, max: number): Interval {
  if (n < 2) return { low: null, high: null };
  return aroundClamped(mean, Z_95 * Math.sqrt(squares / (n - 1) / n), min, max);
}
