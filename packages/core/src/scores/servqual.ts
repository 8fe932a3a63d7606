import type { Battery } from '../batteries/battery.ts';
import { scoreBattery, type BatteryScore } from './battery-score.ts';
import { createReader } from './read-battery.ts';
import type { Rows } from './rows.ts';
import type { ServperfResponse } from './servperf.ts';
import type { Summary } from './summary.ts';

/** What one visitor answered to SERVQUAL. */
export interface ServqualResponse extends ServperfResponse {
  /** Statement → step; null or absent when the question was left empty or not asked. */
  expectations?: Rows | null;
}

/** A mean gap, and the two means that it lies between, over the same visitors. */
export interface GapSummary extends Summary {
  /** Mean expectation; null without a visitor. */
  expectation: number | null;
  /** Mean perception; null without a visitor. `score` is perception − expectation. */
  perception: number | null;
}

/** Scores of gaps: below 0 where the service falls short of what is expected of an excellent one. */
export type ServqualScore = BatteryScore<GapSummary>;

/**
 * SERVQUAL: the mean gap, perception − expectation, by statement, by dimension and over all, with and without weights.
 *
 * Sources: A. Parasuraman, V. A. Zeithaml, L. L. Berry, "SERVQUAL: a multiple-item scale for measuring consumer
 * perceptions of service quality", Journal of Retailing 64, 1988; "Refinement and reassessment of the SERVQUAL scale",
 * Journal of Retailing 67, 1991. First a visitor's gaps are averaged by dimension, then the visitors. Over all it is
 * the mean of a visitor's dimensions, weighted Σ points · gap / 100, with 100 points shared over the dimensions.
 * The interval, that of a mean of paired differences, is an addition of ours.
 *
 * A statement has a gap when it was rated in both forms. A dimension counts for a visitor with a gap in at least half
 * of its statements: the mean of these stands for the rest (P. M. Fayers and others, "EORTC QLQ-C30 scoring manual",
 * third edition, 2001).
 *
 * @param battery its scale and dimensions; `SERVQUAL` or a team's own
 * @param weights points over the dimensions, 100 in all (give or take 0.1 for rounding); without them all weigh alike
 * @throws HeedError `HEED_OPTION` for a battery that cannot be scored, `HEED_ROWS` for rows or points that do not fit it
 */
export function servqualScore(
  responses: readonly ServqualResponse[],
  battery: Battery,
  weights?: Rows,
): ServqualScore {
  const read = createReader('servqualScore', battery, weights);
  const visitors = responses.map((response, index) => ({
    pairs: pairUp(read.steps(response, index, 'expectations'), read.steps(response, index, 'perceptions')),
    weights: read.weights(response, index),
  }));
  const score = (valueOf: (pair: Pair) => number, min: number, max: number) => {
    const ratings = visitors.map(({ pairs, weights }) => ({ values: mapValues(pairs, valueOf), weights }));
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

/** The statements that were rated in both forms. */
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
