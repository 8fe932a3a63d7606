import { expect, test } from 'vitest';
import { SERVPERF, type Battery } from '../batteries/index.ts';
import { HeedError } from '../errors.ts';
import { rowsFrom, SMALL } from './test/any-responses.ts';
import type { Rows } from './rows.ts';
import { servperfScore } from './servperf.ts';
import { servqualScore } from './servqual.ts';

function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(HeedError);
    return (error as HeedError).message;
  }
  return 'threw nothing';
}

test.each([
  ['a step above the scale', { a1: 8 }, 'a whole number from 1 to 7 for "a1", got something else'],
  ['a step below the scale', { a1: 0 }, 'a whole number from 1 to 7 for "a1", got something else'],
  ['half a step', { a1: 1.5 }, 'a whole number from 1 to 7 for "a1", got something else'],
  ['a step that is a text', { b1: '4' }, 'a whole number from 1 to 7 for "b1", got something else'],
  ['a step of null', { b1: null }, 'a whole number from 1 to 7 for "b1", got something else'],
  ['a row of another battery', { a1: 4, a9: 4 }, 'names of the battery, got "a9"'],
  ['the name of a dimension', { a: 4 }, 'names of the battery, got "a"'],
  ['an inherited name', JSON.parse('{"__proto__":4}'), 'names of the battery, got "__proto__"'],
  ['a list', [4], 'an object of rows, or null, got a list'],
  ['a text', 'four', 'an object of rows, or null, got a string'],
])('rejects %s and reports the place', (_, rows, expected) => {
  const bad = rows as unknown as Rows;
  const good = { expectations: rowsFrom(1, 1, 1, 1, 1), perceptions: rowsFrom(1, 1, 1, 1, 1) };
  expect(messageOf(() => servperfScore([good, { perceptions: bad }], SMALL))).toBe(
    `[heed] servperfScore: response 1, perceptions: expected ${expected} (HEED_ROWS)`,
  );
  expect(messageOf(() => servqualScore([{ ...good, expectations: bad }], SMALL))).toBe(
    `[heed] servqualScore: response 0, expectations: expected ${expected} (HEED_ROWS)`,
  );
});

test('accepts both ends of the scale', () => {
  expect(() => servperfScore([{ perceptions: { a1: 1, b1: 7 } }], SMALL)).not.toThrow();
});

test.each([
  ['another sum', { a: 60, b: 39 }, 'points that add up to 100, got a different sum'],
  ['no points', {}, 'points that add up to 100, got a different sum'],
  ['points below 0', { a: 101, b: -1 }, 'points from 0 to 100 for "a", got something else'],
  ['points that are no number', { a: NaN, b: 100 }, 'points from 0 to 100 for "a", got something else'],
  [
    'points that are a text',
    { a: '100' } as unknown as Rows,
    'points from 0 to 100 for "a", got something else',
  ],
  ['points for a statement', { a1: 100 }, 'names of the battery, got "a1"'],
])('rejects common and individual weights with %s', (_, weights, expected) => {
  expect(messageOf(() => servperfScore([], SMALL, weights))).toBe(
    `[heed] servperfScore: weights: expected ${expected} (HEED_ROWS)`,
  );
  expect(messageOf(() => servqualScore([{}, {}, { weights }], SMALL))).toBe(
    `[heed] servqualScore: response 2, weights: expected ${expected} (HEED_ROWS)`,
  );
});

test.each<[string, Partial<Battery>, string]>([
  ['a scale without steps', { min: 7, max: 7 }, 'whole numbers "min" < "max"'],
  ['a lowest value that is not a whole number', { min: 0.5 }, 'whole numbers "min" < "max"'],
  ['a highest value that is not a whole number', { max: Infinity }, 'whole numbers "min" < "max"'],
  ['no dimension', { dimensions: [] }, 'at least one dimension'],
  [
    'an empty dimension',
    { dimensions: [...SMALL.dimensions, { name: 'c', statements: [] }] },
    'at least one statement in each dimension',
  ],
  [
    'two dimensions of one name',
    { dimensions: [...SMALL.dimensions, { name: 'a', statements: ['c1'] }] },
    'a unique name for each dimension',
  ],
  [
    'a statement in two dimensions',
    { dimensions: [...SMALL.dimensions, { name: 'c', statements: ['a1'] }] },
    'a unique name for each statement across all dimensions',
  ],
])('rejects a battery with %s', (_, change, expected) => {
  expect(messageOf(() => servqualScore([], { ...SMALL, ...change }))).toBe(
    `[heed] servqualScore: the battery must have ${expected} (HEED_OPTION)`,
  );
});

test('rejects a missing battery, a form instead of a battery, and an invalid dimension', () => {
  const call = (battery: unknown) => messageOf(() => servperfScore([], battery as Battery));
  expect(call(undefined)).toContain('the battery must have at least one dimension (HEED_OPTION)');
  expect(call(SERVPERF.perceptions)).toContain('the battery must have at least one dimension (HEED_OPTION)');
  expect(call({ min: 1, max: 7, dimensions: [{ name: 'a' }] })).toContain('at least one statement in each');
});

test('scores a scale that starts below 0', () => {
  const around = { ...SMALL, min: -2, max: 2 };
  expect(servperfScore([{ perceptions: rowsFrom(-2, 2, 0, 0, 0) }], around).overall.score).toBe(0);
});
