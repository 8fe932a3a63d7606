import { readCounts, sum, type Counts } from './counts.ts';
import { aroundClamped, MIN_CERTAIN_N, Z_95, type Interval } from './interval.ts';

/** Net promoter score. Without answers every figure is null. */
export interface NpsScore extends Interval {
  /** Number of answers. */
  n: number;
  /** % promoters − % detractors, −100…+100; `low` and `high` are its 95 % interval. */
  score: number | null;
  /** Answers of 9 and 10. */
  promoters: number;
  /** Answers of 7 and 8. */
  passives: number;
  /** Answers of 0 to 6. */
  detractors: number;
  /** True below 30 answers. */
  uncertain: boolean;
}

/** 0–6, 7–8, 9–10. */
export type NpsGroup = 'detractor' | 'passive' | 'promoter';

/** The group of one answer, 0–10. */
export function npsGroup(value: number): NpsGroup {
  if (value >= 9) return 'promoter';
  return value >= 7 ? 'passive' : 'detractor';
}

/**
 * NPS from counts. Source: F. F. Reichheld, "The one number you need to grow", Harvard Business Review,
 * December 2003. One answer counts +1, 0 or −1, so its variance is p + d − (p − d)², with p and d the shares of
 * promoters and detractors; the margin is z · √(variance / n).
 *
 * @throws HeedError `HEED_COUNTS` for a value outside 0–10 or a bad count
 */
export function npsScore(counts: Counts): NpsScore {
  const steps = readCounts('npsScore', counts, 0, 10);
  const n = sum(steps);
  const groups = {
    detractors: sum(steps.slice(0, 7)),
    passives: sum(steps.slice(7, 9)),
    promoters: sum(steps.slice(9)),
  };
  return { n, ...net(groups.promoters, groups.detractors, n), ...groups, uncertain: n < MIN_CERTAIN_N };
}

function net(promoters: number, detractors: number, n: number): { score: number | null } & Interval {
  if (n === 0) return { score: null, low: null, high: null };
  const p = promoters / n;
  const d = detractors / n;
  const score = 100 * (p - d);
  const variance = p + d - (p - d) ** 2;
  return { score, ...aroundClamped(score, 100 * Z_95 * Math.sqrt(variance / n), -100, 100) };
}
