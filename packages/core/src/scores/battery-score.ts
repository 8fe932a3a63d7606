/** The common part of all battery scores: means over respondents, by statement, by dimension and overall. */
import type { Battery } from '../batteries/battery.ts';
import { sum } from './counts.ts';
import type { Weights } from './read-battery.ts';
import { summarise, type Summary } from './summary.ts';

/** The score of a statement, over the respondents who rated it. */
export type StatementScore<S extends Summary = Summary> = S & {
  name: string;
  dimension: string;
};

/** The score of a dimension, over the respondents who rated at least half of its statements. */
export type DimensionScore<S extends Summary = Summary> = S & {
  name: string;
  /** The weight in percent, averaged over the respondents in the weighted score. `null` without such respondents. */
  weight: number | null;
  /** The contribution to the weighted score, which is the sum of these. Null without respondents. */
  weighted: number | null;
};

/** Scores of a battery. */
export interface BatteryScore<S extends Summary = Summary> {
  /** The number of respondents who rated every statement. */
  complete: number;
  /** In the order of the battery. */
  statements: StatementScore<S>[];
  /** In the order of the battery. */
  dimensions: DimensionScore<S>[];
  /** All dimensions equally, over the respondents who have a score in each of them. */
  overall: S;
  /** The dimensions by weight, over the same respondents. */
  weighted: S;
}

/** The ratings of one respondent: a value for each rated statement, and the weights of the dimensions. */
export interface Ratings {
  values: ReadonlyMap<string, number>;
  weights: Weights;
}

/** A respondent with a score in every dimension: their mean in each, in order. */
interface CompleteRatings {
  means: readonly number[];
  weights: Weights;
}

/**
 * @param min the lowest possible value; for gaps, this is not the lowest value of the scale
 */
export function scoreBattery(
  { dimensions }: Battery,
  respondents: readonly Ratings[],
  min: number,
  max: number,
): BatteryScore {
  const means = respondents.map(({ values }) =>
    dimensions.map(({ statements }) => dimensionMean(statements, values)),
  );
  const complete = respondents.flatMap(({ weights }, index) => toCompleteRatings(means[index], weights));
  const summariseAll = (values: readonly (number | null | undefined)[]) =>
    summarise(values.filter(isNumber), min, max);
  const statements = dimensions.flatMap((dimension) =>
    dimension.statements.map((name) => ({ name, dimension: dimension.name })),
  );
  return {
    complete: respondents.filter(({ values }) => values.size === statements.length).length,
    statements: statements.map((statement) => ({
      ...statement,
      ...summariseAll(respondents.map(({ values }) => values.get(statement.name))),
    })),
    dimensions: dimensions.map(({ name }, index) => ({
      name,
      ...summariseAll(means.map((ofRespondent) => ofRespondent[index])),
      weight: meanOrNull(complete.map(({ weights }) => weights[index] ?? 0)),
      weighted: meanOrNull(complete.map((respondent) => contribution(respondent, index))),
    })),
    overall: summariseAll(complete.map((respondent) => sum(respondent.means) / dimensions.length)),
    weighted: summariseAll(
      complete.map((respondent) => sum(dimensions.map((_, i) => contribution(respondent, i)))),
    ),
  };
}

/** Returns the mean of the rated statements, or null if fewer than half are rated. */
function dimensionMean(statements: readonly string[], values: ReadonlyMap<string, number>): number | null {
  const rated = statements.map((name) => values.get(name)).filter(isNumber);
  return 2 * rated.length < statements.length ? null : sum(rated) / rated.length;
}

function toCompleteRatings(means: readonly (number | null)[] = [], weights: Weights): CompleteRatings[] {
  return means.every(isNumber) ? [{ means, weights }] : [];
}

function contribution({ means, weights }: CompleteRatings, index: number): number {
  return ((weights[index] ?? 0) * (means[index] ?? 0)) / 100;
}

function meanOrNull(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number';
}
