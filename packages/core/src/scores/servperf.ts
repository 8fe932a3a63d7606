import type { Battery } from '../batteries/battery.ts';
import { scoreBattery, type BatteryScore } from './battery-score.ts';
import { createReader } from './read-battery.ts';
import type { Rows } from './rows.ts';

/** The answers of one respondent to SERVPERF. */
export interface ServperfResponse {
  /** Statement → value. Null or absent if the question was left empty or not asked. */
  perceptions?: Rows | null;
  /**
   * Dimension → points, 100 in total, if respondents were asked about the importance. Defaults to the common weights.
   */
  weights?: Rows | null;
}

/** The scores of perceptions, within the battery's scale. */
export type ServperfScore = BatteryScore;

/**
 * Returns the SERVPERF score: the mean perception by statement, by dimension and overall, with and without weights.
 *
 * Source: J. J. Cronin, S. A. Taylor, "Measuring service quality: a reexamination and extension", Journal of
 * Marketing 56, 1992: quality is Σ P, weighted Σ I · P, where P is the perception and I the importance of a
 * statement. Here the sums are means, so that scores stay within the scale and dimensions can be compared, and the
 * importance is asked by dimension, as in SERVQUAL.
 *
 * A dimension includes the respondents who rated at least half of its statements, whose mean replaces the missing
 * ratings (P. M. Fayers and others, "EORTC QLQ-C30 scoring manual", third edition, 2001).
 *
 * @param battery the scale and the dimensions: `SERVPERF` or a custom battery
 * @param weights points for the dimensions, 100 in total (± 0.1 for rounding). By default, all have the same weight
 * @throws HeedError `HEED_OPTION` for an invalid battery, `HEED_ROWS` for rows or points that do not match it
 */
export function servperfScore(
  responses: readonly ServperfResponse[],
  battery: Battery,
  weights?: Rows,
): ServperfScore {
  const read = createReader('servperfScore', battery, weights);
  const respondents = responses.map((response, index) => ({
    values: read.steps(response, index, 'perceptions'),
    weights: read.weights(response, index),
  }));
  return scoreBattery(battery, respondents, battery.min, battery.max);
}
