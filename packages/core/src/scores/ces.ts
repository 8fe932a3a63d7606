import { meanIntervalOf, meanOf, readCounts, sum, type Counts } from './counts.ts';
import { MIN_CERTAIN_N, wilsonPercent, type Interval } from './interval.ts';

/** Customer effort score. Without answers every figure is null. */
export interface CesScore extends Interval {
  /** Number of answers. */
  n: number;
  /** Mean of the answers, 1–7; `low` and `high` are its 95 % interval by Student's t. They are null below two answers. */
  score: number | null;
  /** Share of the answers 5–7 in per cent, with its 95 % Wilson interval. */
  easy: { percent: number | null } & Interval;
  /** True below 30 answers. */
  uncertain: boolean;
}

/**
 * CES 2.0 from counts: agreement that the company made it easy to handle the issue, from 1 (strongly disagree) to 7
 * (strongly agree), so that a high score means little effort. Source of the wording and the scale: CEB, 2013. Not for
 * the first version (M. Dixon, K. Freeman, N. Toman, "Stop trying to delight your customers", Harvard Business Review,
 * July 2010), which asks for the effort itself, from 1 to 5.
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
