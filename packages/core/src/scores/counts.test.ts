import { expect, test } from 'vitest';
import { HeedError } from '../errors.ts';
import { cesScore } from './ces.ts';
import type { Counts } from './counts.ts';
import { csatScore } from './csat.ts';
import { npsScore } from './nps.ts';

test.each([
  ['a value below the scale', () => npsScore({ [-1]: 1 })],
  ['a value above the scale', () => npsScore({ 11: 1 })],
  ['0 on a scale from 1', () => csatScore({ 0: 1 })],
  ['8 on a scale to 7', () => cesScore({ 8: 1 })],
  ['a value between two steps', () => npsScore({ 2.5: 1 })],
  ['a value that is not a number', () => npsScore({ nine: 1 } as Counts)],
  ['an empty value', () => npsScore({ '': 1 } as Counts)],
  ['a number in another notation', () => npsScore({ '09': 1 } as Counts)],
  ['a negative count', () => npsScore({ 9: -1 })],
  ['half an answer', () => csatScore({ 5: 0.5 })],
  ['a count that is not a number', () => cesScore({ 5: NaN })],
  ['an infinite count', () => cesScore({ 5: Infinity })],
])('throws HEED_COUNTS for %s', (_, call) => {
  expect(call).toThrow(HeedError);
  expect(call).toThrow(/^\[heed\] (nps|csat|ces)Score: expected .*, got .* \(HEED_COUNTS\)$/);
});
