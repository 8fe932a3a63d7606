import { createValueError } from '../value-error.ts';
import { meanIntervalOf, meanOf, readCounts, sum, type Counts } from './counts.ts';
import { MIN_CERTAIN_N, wilsonPercent, type Interval } from './interval.ts';

/** Customer satisfaction. Without answers every figure is null. */
export interface CsatScore extends Interval {
  /** Number of answers. */
  n: number;
  /** Share of the top boxes in per cent, 0–100; `low` and `high` are its 95 % Wilson interval. */
  score: number | null;
  /** Mean of the answers, 1…max. */
  mean: number | null;
  /** 95 % interval of the mean by Student's t. Its bounds are null below two answers. */
  meanInterval: Interval;
  /** True below 30 answers. */
  uncertain: boolean;
}

/**
 * CSAT from counts: the share of satisfied visitors. On the usual scale 1–5 these are the 4s and 5s
 * ("top two boxes"); a scale of two or three steps has one top box.
 *
 * @param max the highest step, 2–10
 * @throws HeedError `HEED_OPTION` for another `max`, `HEED_COUNTS` for a value off the scale or an invalid count
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
