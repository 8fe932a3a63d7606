import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { summarise } from './summary.ts';

test('is the mean with its interval', () => {
  // 1, 2, 3, 6: mean 3, variance (4 + 1 + 0 + 9) / 3 = 14/3, margin 3.182446 · √(14/12) = 3.437435.
  const { low, high, ...rest } = summarise([1, 2, 3, 6], -1, 7);
  expect(rest).toEqual({ n: 4, score: 3, uncertain: true });
  expect(low).toBeCloseTo(-0.437435, 5);
  expect(high).toBeCloseTo(6.437435, 5);
});

test('keeps its interval within the scale', () => {
  expect(summarise([1, 7], 1, 7)).toMatchObject({ low: 1, score: 4, high: 7 });
});

test('has null figures without respondents, and no interval for one', () => {
  expect(summarise([], 1, 7)).toEqual({ n: 0, score: null, low: null, high: null, uncertain: true });
  expect(summarise([0], -6, 6)).toEqual({ n: 1, score: 0, low: null, high: null, uncertain: true });
});

test('is certain from 30 respondents', () => {
  const respondents = Array.from({ length: 30 }, () => 4);
  expect(summarise(respondents.slice(1), 1, 7).uncertain).toBe(true);
  expect(summarise(respondents, 1, 7).uncertain).toBe(false);
});

test('has an interval if all respondents agree', () => {
  const { low, high } = summarise([5, 5, 5], 1, 7);
  expect(low).toBeLessThan(4);
  expect(high).toBeGreaterThan(6);
  // 0.1 + 0.2 differs from 0.3 in binary fractions, although it is the same value.
  expect(summarise([0.1 + 0.2, 0.3, 0.3], 0, 1).high).toBeGreaterThan(0.6);
});

test('does not exceed the scale by rounding', () => {
  expect(summarise([7.000000000000001, 7.000000000000001], 1, 7)).toMatchObject({ score: 7, high: 7 });
  expect(summarise([0.9999999999999999], 1, 7)).toMatchObject({ score: 1 });
});

test('is within its interval, which is within the scale', () => {
  const values = fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: 2 });
  fc.assert(
    fc.property(values, (all) => {
      const { score, low, high } = summarise(all, -6, 6);
      expect(low).toBeGreaterThanOrEqual(-6);
      expect(score).toBeGreaterThanOrEqual(low ?? NaN);
      expect(high).toBeGreaterThanOrEqual(score ?? NaN);
      expect(high).toBeLessThanOrEqual(6);
    }),
  );
});
