/** Validates the input of a battery score. Invalid input is never ignored silently. */
import type { Battery } from '../batteries/battery.ts';
import { HeedError } from '../errors.ts';
import { createValueError } from '../value-error.ts';
import { sum } from './counts.ts';
import type { Rows } from './rows.ts';

/** The weights of the dimensions in percent, in the order of the battery. */
export type Weights = readonly number[];

/** The answers of one respondent, by form. */
interface Response {
  readonly expectations?: Rows | null;
  readonly perceptions?: Rows | null;
  readonly weights?: Rows | null;
}

/** Reads the answers of one respondent. `index` is the respondent's position in the responses. */
export interface Reader {
  /** Returns the ratings by statement. Empty if the question was not asked or left empty. */
  steps(response: Response, index: number, form: 'expectations' | 'perceptions'): ReadonlyMap<string, number>;
  /** Returns the respondent's points, or else the common ones. */
  weights(response: Response, index: number): Weights;
}

/** The tolerance for rounded points, such as thirds and sevenths. */
const MAX_ROUNDING = 0.1;

/**
 * @param weights points for the dimensions. By default, all dimensions have the same weight
 */
export function createReader(where: string, battery: Battery, weights: Rows | undefined): Reader {
  checkBattery(where, battery);
  const common = weights ? readPoints(`${where}: weights`, weights, battery) : equalWeights(battery);
  const place = (index: number, member: string) => `${where}: response ${index}, ${member}`;
  return {
    steps: (response, index, form) => readSteps(place(index, form), response[form] ?? {}, battery),
    weights: (response, index) =>
      response.weights ? readPoints(place(index, 'weights'), response.weights, battery) : common,
  };
}

function checkBattery(where: string, battery: Battery): void {
  const expect = (isValid: boolean, needed: string) => {
    if (!isValid) throw new HeedError('HEED_OPTION', where, `the battery must have ${needed}`);
  };
  // A caller without type checks may omit the battery, or pass one of its forms.
  const { min, max, dimensions } = battery ?? {};
  expect(Array.isArray(dimensions) && dimensions.length > 0, 'at least one dimension');
  expect(
    dimensions.every(({ statements }) => Array.isArray(statements) && statements.length > 0),
    'at least one statement in each dimension',
  );
  expect(Number.isInteger(min) && Number.isInteger(max) && min < max, 'whole numbers "min" < "max"');
  expect(isUnique(dimensions.map(({ name }) => name)), 'a unique name for each dimension');
  expect(
    isUnique(dimensions.flatMap(({ statements }) => statements)),
    'a unique name for each statement across all dimensions',
  );
}

function readSteps(where: string, rows: Rows, battery: Battery): ReadonlyMap<string, number> {
  const statements = battery.dimensions.flatMap((dimension) => dimension.statements);
  const { min, max } = battery;
  const isStep = (value: number) => Number.isInteger(value) && value >= min && value <= max;
  return readRows(where, rows, statements, isStep, `a whole number from ${min} to ${max}`);
}

/** A dimension without points has a weight of 0. */
function readPoints(where: string, points: Rows, battery: Battery): Weights {
  const names = battery.dimensions.map((dimension) => dimension.name);
  const isPoints = (value: number) => Number.isFinite(value) && value >= 0 && value <= 100;
  const read = readRows(where, points, names, isPoints, 'points from 0 to 100');
  const weights = names.map((name) => read.get(name) ?? 0);
  const total = sum(weights);
  if (Math.abs(total - 100) > MAX_ROUNDING) {
    throw createValueError('HEED_ROWS', where, {
      expected: 'points that add up to 100',
      got: 'a different sum',
    });
  }
  return weights.map((weight) => (100 * weight) / total);
}

function equalWeights({ dimensions }: Battery): Weights {
  return dimensions.map(() => 100 / dimensions.length);
}

function readRows(
  where: string,
  rows: Rows,
  names: readonly string[],
  accepts: (value: number) => boolean,
  expected: string,
): ReadonlyMap<string, number> {
  const refuse = (what: string, got: string): never => {
    throw createValueError('HEED_ROWS', where, { expected: what, got });
  };
  if (typeof rows !== 'object' || Array.isArray(rows)) {
    refuse('an object of rows, or null', Array.isArray(rows) ? 'a list' : `a ${typeof rows}`);
  }
  const entries = Object.entries(rows);
  for (const [name, value] of entries) {
    if (!names.includes(name)) refuse('names of the battery', JSON.stringify(name));
    if (!accepts(value)) refuse(`${expected} for ${JSON.stringify(name)}`, 'something else');
  }
  return new Map(entries);
}

function isUnique(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}
