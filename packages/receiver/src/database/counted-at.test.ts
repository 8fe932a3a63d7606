import { expect, it } from 'vitest';
import { countedAt } from './counted-at.ts';

const NOW = Date.parse('2026-11-22T08:00:00.000Z');
const DAY = 24 * 60 * 60 * 1000;

it.each([0, 1, 3 * DAY, 30 * DAY])('keeps the time of a device that submitted %i ms ago', (wait) => {
  expect(countedAt(NOW - wait, NOW)).toBe(NOW - wait);
});

it.each(['2026-11-22T08:00:00.001Z', '2031-02-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])(
  'counts %s, which is in the future, at the time of arrival',
  (time) => expect(countedAt(Date.parse(time), NOW)).toBe(NOW),
);

it.each([
  '2026-10-23T07:59:59.999Z',
  '2025-11-22T08:00:00.000Z',
  '1970-01-01T00:00:00.000Z',
  '0000-01-01T00:00:00.000Z',
])('counts %s, which is more than 30 days ago, at the time of arrival', (time) =>
  expect(countedAt(Date.parse(time), NOW)).toBe(NOW),
);
