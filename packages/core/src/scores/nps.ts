import { readCounts, sum, type Counts } from './counts.ts';
import { MIN_CERTAIN_N, npsInterval, type Interval } from './interval.ts';

/** Net promoter score. All figures are null without answers. */
export interface NpsScore extends Interval {
  /** The number of answers. */
  n: number;
  /** % promoters − % detractors, −100…+100; `low` and `high` are its 95 % interval. */
  score: number | null;
  /** Answers of 9 and 10. */
  promoters: number;
  /** Answers of 7 and 8. */
  passives: number;
  /** Answers of 0 to 6. */
  detractors: number;
  /** True for fewer than 30 answers. */
  uncertain: boolean;
}

/** 0–6, 7–8, 9–10. */
export type NpsGroup = 'detractor' | 'passive' | 'promoter';

/** Returns the group of an answer, 0–10. */
export function npsGroup(value: number): NpsGroup {
  if (value >= 9) return 'promoter';
  return value >= 7 ? 'passive' : 'detractor';
}

/**
 * Returns the NPS of counts: the share of promoters less the share of detractors.
 *
 * Source: F. F. Reichheld, "The one number you need to grow", Harvard Business Review, December 2003. The interval is
 * the adjusted Wald interval of B. Rocks, "Interval estimation for the 'net promoter score'", The American
 * Statistician 70 (2016), kept on the scale. The score is always inside.
 *
 * @throws HeedError `HEED_COUNTS` for a value outside 0–10 or an invalid count
 */
export function npsScore(counts: Counts): NpsScore {
  const steps = readCounts('npsScore', counts, 0, 10);
  const n = sum(steps);
  const detractors = sum(steps.slice(0, 7));
  const passives = sum(steps.slice(7, 9));
  const promoters = sum(steps.slice(9));
  return {
    n,
    score: n === 0 ? null : (100 * (promoters - detractors)) / n,
    ...npsInterval(promoters, detractors, n),
    detractors,
    passives,
    promoters,
    uncertain: n < MIN_CERTAIN_N,
  };
}
