import { createValueError } from '../value-error.ts';
import { meanIntervalOf, meanOf, readCounts, sum, type Counts } from './counts.ts';
import { MIN_CERTAIN_N, wilsonPercent, type Interval } from './interval.ts';

/** Customer satisfaction. All figures are null without answers. */
export interface CsatScore extends Interval {
  /** The number of answers. */
  n: number;
  /** The share of the top boxes in percent, 0–100. `low` and `high` are its 95 % Wilson interval. */
  score: number | null;
  /** The mean of the answers, 1…max. */
  mean: number | null;
  /** The 95 % interval of the mean by Student's t. The bounds are null for fewer than two answers. */
  meanInterval: Interval;
  /** True for fewer than 30 answers. */
  uncertain: boolean;
}

/**
 * Returns the CSAT score of counts: the share of satisfied respondents. On the default scale of 1–5 these are the
 * values 4 and 5 ("top two boxes"). A scale of two or three values has one top box.
 *
 * @param max the highest value, 2–10
 * @throws HeedError `HEED_OPTION` for an invalid `max`, `HEED_COUNTS` for a value outside the scale or an invalid
 *   count
 */
export function csatScore(counts: Counts, max = 5): CsatScore {
  if (!Number.isInteger(max) || max < 2 || max > 10) {
    throw createValueError('HEED_OPTION', 'csatScore: "max"', {
      expected: 'a whole number from 2 to 10',
      got: `${max}`,
    });
  }
  const steps = readCounts('csatScore', counts, 1, max);
  const n = sum(steps);
  const satisfied = sum(steps.slice(max <= 3 ? -1 : -2));
  return {
    n,
    score: n === 0 ? null : (100 * satisfied) / n,
    ...wilsonPercent(satisfied, n),
    mean: meanOf(steps, 1),
    meanInterval: meanIntervalOf(steps, 1),
    uncertain: n < MIN_CERTAIN_N,
  };
}
