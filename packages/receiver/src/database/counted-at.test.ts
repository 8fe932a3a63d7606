import { expect, it } from 'vitest';
import { getCountedAt } from './counted-at.ts';

const NOW = Date.parse('2026-11-22T08:00:00.000Z');
const DAY = 24 * 60 * 60 * 1000;

it.each([0, 1, 3 * DAY, 30 * DAY])('uses the time of a device that submitted %i ms ago', (delayMs) => {
  expect(getCountedAt(NOW - delayMs, NOW)).toBe(NOW - delayMs);
});

it.each(['2026-11-22T08:00:00.001Z', '2031-02-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])(
  'uses the time of arrival if the device time is in the future: %s',
  (time) => expect(getCountedAt(Date.parse(time), NOW)).toBe(NOW),
);

it.each([
  '2026-10-23T07:59:59.999Z',
  '2025-11-22T08:00:00.000Z',
  '1970-01-01T00:00:00.000Z',
  '0000-01-01T00:00:00.000Z',
])('uses the time of arrival if the device time is more than 30 days ago: %s', (time) =>
  expect(getCountedAt(Date.parse(time), NOW)).toBe(NOW),
);
