import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCount, parseDuration, parseShare } from './parse-units.ts';

test.each([
  ['500ms', 500],
  ['30s', 30_000],
  ['1.5m', 90_000],
  ['12h', 43_200_000],
  ['90d', 7_776_000_000],
  ['0', 0],
  ['forever', Infinity],
])('parses the duration %s', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each(['', '5', '-1d', '1 d', '7 days', '1w', 'd', '.5d', 'never', '1e3s', '٣d', 'Infinity', '1d2h'])(
  'takes "%s" for no time',
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
  },
);

test('rejects any other text as a duration', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const ms = parseDuration(text);
      expect(ms === undefined || ms >= 0).toBe(true);
    }),
  );
});

test.each([
  ['25%', 0.25],
  ['0%', 0],
  ['100%', 1],
  ['0.5%', 0.005],
])('parses the share %s', (text, share) => {
  expect(parseShare(text)).toBe(share);
});

test.each(['', '25', '0.25', '101%', '-1%', '%', '1e1%', 'a%'])('rejects "%s" as a share', (text) => {
  expect(parseShare(text)).toBeUndefined();
});

test.each([
  ['1', 1],
  ['12', 12],
])('parses the count %s', (text, count) => {
  expect(parseCount(text)).toBe(count);
});

test.each(['', '0', '-1', '1.5', 'once', '01', '1e3', '9999999999'])('rejects "%s" as a count', (text) => {
  expect(parseCount(text)).toBeUndefined();
});
