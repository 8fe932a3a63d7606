import { meanIntervalOf, meanOf, readCounts, sum, type Counts } from './counts.ts';
import { MIN_CERTAIN_N, wilsonPercent, type Interval } from './interval.ts';

/** Customer effort score. All figures are null without answers. */
export interface CesScore extends Interval {
  /** The number of answers. */
  n: number;
  /**
   * The mean of the answers, 1–7. `low` and `high` are its 95 % interval by Student's t, or null for fewer than two
   * answers.
   */
  score: number | null;
  /** The share of the answers 5–7 in percent, with its 95 % Wilson interval. */
  easy: { percent: number | null } & Interval;
  /** True for fewer than 30 answers. */
  uncertain: boolean;
}

/**
 * Returns the CES 2.0 of counts: agreement that the company made it easy to handle the issue, from 1 (strongly
 * disagree) to 7 (strongly agree). A high score means little effort. Source of the wording and the scale: CEB, 2013.
 * Do not use it for the first version, which asks for the effort from 1 to 5 (M. Dixon, K. Freeman, N. Toman, "Stop
 * trying to delight your customers", Harvard Business Review, July 2010).
 *
 * @throws HeedError `HEED_COUNTS` for a value outside 1–7 or an invalid count
 */
export function cesScore(counts: Counts): CesScore {
  const steps = readCounts('cesScore', counts, 1, 7);
  const n = sum(steps);
  const easy = sum(steps.slice(4));
  return {
    n,
    score: meanOf(steps, 1),
    ...meanIntervalOf(steps, 1),
    easy: { percent: n === 0 ? null : (100 * easy) / n, ...wilsonPercent(easy, n) },
    uncertain: n < MIN_CERTAIN_N,
  };
}
