import type { Battery } from '../batteries/battery.ts';
import { scoreBattery, type BatteryScore } from './battery-score.ts';
import { createReader } from './read-battery.ts';
import type { Rows } from './rows.ts';

/** What one visitor answered to SERVPERF. */
export interface ServperfResponse {
  /** Statement → step; null or absent when the question was left empty or not asked. */
  perceptions?: Rows | null;
  /** Dimension → points, 100 in all, when visitors were asked what matters to them. Else the team's weights hold. */
  weights?: Rows | null;
}

/** Scores of perceptions, from the lowest to the highest step of the scale. */
export type ServperfScore = BatteryScore;

/**
 * SERVPERF: the mean perception by statement, by dimension and over all, with and without weights.
 *
 * Source: J. J. Cronin, S. A. Taylor, "Measuring service quality: a reexamination and extension", Journal of
 * Marketing 56, 1992: quality is Σ P, weighted Σ I · P, with P the perception and I the importance of a statement.
 * Here the sums are means, so that a score stays on the scale and dimensions can be compared, and the importance is
 * asked by dimension, as SERVQUAL does.
 *
 * A dimension counts for a visitor who rated at least half of its statements: the mean of these stands for the rest
 * (P. M. Fayers and others, "EORTC QLQ-C30 scoring manual", third edition, 2001).
 *
 * @param battery its scale and dimensions; `SERVPERF` or a team's own
 * @param weights points over the dimensions, 100 in all (give or take 0.1 for rounding); without them all weigh alike
 * @throws HeedError `HEED_OPTION` for a battery that cannot be scored, `HEED_ROWS` for rows or points that do not fit it
 */
export function servperfScore(
  responses: readonly ServperfResponse[],
  battery: Battery,
  weights?: Rows,
): ServperfScore {
  const read = createReader('servperfScore', battery, weights);
  const visitors = responses.map((response, index) => ({
    values: read.steps(response, index, 'perceptions'),
    weights: read.weights(response, index),
  }));
  return scoreBattery(battery, visitors, battery.min, battery.max);
}
