import type { Battery } from '../batteries/battery.ts';
import { scoreBattery, type BatteryScore } from './battery-score.ts';
import { createReader } from './read-battery.ts';
import type { Rows } from './rows.ts';
import type { ServperfResponse } from './servperf.ts';
import type { Summary } from './summary.ts';

/** The answers of one respondent to SERVQUAL. */
export interface ServqualResponse extends ServperfResponse {
  /** Statement → value. Null or absent if the question was left empty or not asked. */
  expectations?: Rows | null;
}

/** A mean gap, with the two means from which it is calculated, over the same respondents. */
export interface GapSummary extends Summary {
  /** The mean expectation. Null without respondents. */
  expectation: number | null;
  /** The mean perception. Null without respondents. `score` is perception − expectation. */
  perception: number | null;
}

/** The scores of gaps. A negative score means that the service falls short of an excellent one. */
export type ServqualScore = BatteryScore<GapSummary>;

/**
 * Returns the SERVQUAL score: the mean gap, perception − expectation, by statement, by dimension and overall, with
 * and without weights.
 *
 * Sources: A. Parasuraman, V. A. Zeithaml, L. L. Berry, "SERVQUAL: a multiple-item scale for measuring consumer
 * perceptions of service quality", Journal of Retailing 64, 1988; "Refinement and reassessment of the SERVQUAL
 * scale", Journal of Retailing 67, 1991. Each respondent's gaps are averaged by dimension, then over all respondents.
 * The overall score is the mean of a respondent's dimensions; the weighted one is Σ points · gap / 100, with 100
 * points distributed among the dimensions. The interval, for a mean of paired differences, is Heed's addition.
 *
 * A statement has a gap if it was rated in both forms. A dimension includes the respondents with a gap in at least
 * half of its statements, whose mean replaces the missing gaps (P. M. Fayers and others, "EORTC QLQ-C30 scoring
 * manual", third edition, 2001).
 *
 * @param battery the scale and the dimensions: `SERVQUAL` or a custom battery
 * @param weights points for the dimensions, 100 in total (± 0.1 for rounding). By default, all have the same weight
 * @throws HeedError `HEED_OPTION` for an invalid battery, `HEED_ROWS` for rows or points that do not match it
 */
export function servqualScore(
  responses: readonly ServqualResponse[],
  battery: Battery,
  weights?: Rows,
): ServqualScore {
  const read = createReader('servqualScore', battery, weights);
  const respondents = responses.map((response, index) => ({
    pairs: pairUp(read.steps(response, index, 'expectations'), read.steps(response, index, 'perceptions')),
    weights: read.weights(response, index),
  }));
  const score = (valueOf: (pair: Pair) => number, min: number, max: number) => {
    const ratings = respondents.map(({ pairs, weights }) => ({ values: mapValues(pairs, valueOf), weights }));
    return scoreBattery(battery, ratings, min, max);
  };
  const { min, max } = battery;
  return combine(
    score(({ expectation, perception }) => perception - expectation, min - max, max - min),
    score(({ expectation }) => expectation, min, max),
    score(({ perception }) => perception, min, max),
  );
}

interface Pair {
  expectation: number;
  perception: number;
}

/** Returns the statements that were rated in both forms. */
function pairUp(
  expectations: ReadonlyMap<string, number>,
  perceptions: ReadonlyMap<string, number>,
): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const [name, expectation] of expectations) {
    const perception = perceptions.get(name);
    if (perception !== undefined) pairs.set(name, { expectation, perception });
  }
  return pairs;
}

function mapValues(
  pairs: ReadonlyMap<string, Pair>,
  valueOf: (pair: Pair) => number,
): ReadonlyMap<string, number> {
  return new Map(Array.from(pairs, ([name, pair]) => [name, valueOf(pair)]));
}

function combine(gaps: BatteryScore, expectations: BatteryScore, perceptions: BatteryScore): ServqualScore {
  return {
    complete: gaps.complete,
    statements: gaps.statements.map((gap, i) =>
      join(gap, expectations.statements[i], perceptions.statements[i]),
    ),
    dimensions: gaps.dimensions.map((gap, i) =>
      join(gap, expectations.dimensions[i], perceptions.dimensions[i]),
    ),
    overall: join(gaps.overall, expectations.overall, perceptions.overall),
    weighted: join(gaps.weighted, expectations.weighted, perceptions.weighted),
  };
}

function join<S extends Summary>(
  gap: S,
  expectation: Summary | undefined,
  perception: Summary | undefined,
): S & GapSummary {
  return { ...gap, expectation: expectation?.score ?? null, perception: perception?.score ?? null };
}
