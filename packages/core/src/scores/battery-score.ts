/** What the scores of all batteries have in common: means of visitors by statement, by dimension and over all. */
import type { Battery } from '../batteries/battery.ts';
import { sum } from './counts.ts';
import type { Weights } from './read-battery.ts';
import { summarise, type Summary } from './summary.ts';

/** The score of one statement, over the visitors who rated it. */
export type StatementScore<S extends Summary = Summary> = S & {
  name: string;
  dimension: string;
};

/** The score of one dimension, over the visitors who rated at least half of its statements. */
export type DimensionScore<S extends Summary = Summary> = S & {
  name: string;
  /** What it weighs in per cent, on average over the visitors of the weighted score; null without one. */
  weight: number | null;
  /** What it adds to the weighted score: these add up to it. Null without a visitor. */
  weighted: number | null;
};

/** Scores of a battery. */
export interface BatteryScore<S extends Summary = Summary> {
  /** Visitors who rated every statement. */
  complete: number;
  /** In the order of the battery. */
  statements: StatementScore<S>[];
  /** In the order of the battery. */
  dimensions: DimensionScore<S>[];
  /** All dimensions alike, over the visitors who count in each of them. */
  overall: S;
  /** The dimensions by their weights, over the same visitors. */
  weighted: S;
}

/** One visitor: a value for each statement that counts, and what the dimensions weigh. */
export interface Ratings {
  values: ReadonlyMap<string, number>;
  weights: Weights;
}

/** A visitor who counts in every dimension: the mean in each, in order. */
interface Whole {
  means: readonly number[];
  weights: Weights;
}

/** @param min the lowest possible value, which with gaps is not the lowest step */
export function scoreBattery(
  { dimensions }: Battery,
  visitors: readonly Ratings[],
  min: number,
  max: number,
): BatteryScore {
  const means = visitors.map(({ values }) =>
    dimensions.map(({ statements }) => dimensionMean(statements, values)),
  );
  const whole = visitors.flatMap(({ weights }, index) => toWhole(means[index], weights));
  const summariseAll = (values: readonly (number | null | undefined)[]) =>
    summarise(values.filter(isNumber), min, max);
  const statements = dimensions.flatMap((dimension) =>
    dimension.statements.map((name) => ({ name, dimension: dimension.name })),
  );
  return {
    complete: visitors.filter(({ values }) => values.size === statements.length).length,
    statements: statements.map((statement) => ({
      ...statement,
      ...summariseAll(visitors.map(({ values }) => values.get(statement.name))),
    })),
    dimensions: dimensions.map(({ name }, index) => ({
      name,
      ...summariseAll(means.map((ofVisitor) => ofVisitor[index])),
      weight: meanOrNull(whole.map(({ weights }) => weights[index] ?? 0)),
      weighted: meanOrNull(whole.map((visitor) => contribution(visitor, index))),
    })),
    overall: summariseAll(whole.map((visitor) => sum(visitor.means) / dimensions.length)),
    weighted: summariseAll(whole.map((visitor) => sum(dimensions.map((_, i) => contribution(visitor, i))))),
  };
}

/** The mean of the statements that were rated; null when that is less than half of them. */
function dimensionMean(statements: readonly string[], values: ReadonlyMap<string, number>): number | null {
  const rated = statements.map((name) => values.get(name)).filter(isNumber);
  return 2 * rated.length < statements.length ? null : sum(rated) / rated.length;
}

function toWhole(means: readonly (number | null)[] = [], weights: Weights): Whole[] {
  return means.every(isNumber) ? [{ means, weights }] : [];
}

function contribution({ means, weights }: Whole, index: number): number {
  return ((weights[index] ?? 0) * (means[index] ?? 0)) / 100;
}

function meanOrNull(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number';
}
