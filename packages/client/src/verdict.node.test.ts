import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Settings } from './options.ts';
import { judge, retryAfterMs } from './verdict.ts';

const NOW = Date.UTC(2026, 10, 21, 10, 15);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const settings: Settings = {
  endpoint: '/feedback',
  clock: { now: () => NOW, timeout: () => new AbortController().signal },
  random: () => 0.5,
};
const stateOf = (reason: string): string => judge(reason, 0, settings, 0).state;

describe('judge', () => {
  it.each(['400', '413', '414', '415', '422', '431'])('parks a record that gets %s', (reason) => {
    expect(judge(reason, 0, settings, 0)).toEqual({ state: 'parked', reason });
  });

  it.each(['network', 'timeout', 'html', '200', '408', '409', '425', '429', '500', '502', '503', '599'])(
    'tries again after %s',
    (reason) => expect(stateOf(reason)).toBe('retrying'),
  );

  it.each(['redirect', '300', '401', '402', '403', '404', '405', '407', '410', '418', '451'])(
    'holds a record that gets %s for an hour',
    (reason) =>
      expect(judge(reason, 3, settings, 0)).toEqual({
        state: 'held',
        reason,
        due: NOW + HOUR_MS,
        isPause: false,
      }),
  );

  it('waits as long as the endpoint asks', () => {
    expect(judge('503', 9, settings, 7000)).toMatchObject({ due: NOW + 7000, isPause: true });
    expect(judge('404', 0, settings, 7000)).toMatchObject({ due: NOW + 7000, isPause: true });
  });
});

describe('the wait', () => {
  it('lies between nothing and two seconds doubled with each failure, at most an hour', () => {
    const part = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.nat(2000), part, (failures, random) => {
        const { due = 0 } = judge('500', failures, { ...settings, random: () => random }, 0);
        expect(due).toBe(NOW + random * Math.min(HOUR_MS, 2000 * 2 ** failures));
      }),
    );
  });
});

describe('retryAfterMs', () => {
  const read = (headers: Record<string, string>): number => retryAfterMs(new Headers(headers), NOW);
  const dateOf = (ms: number): string => new Date(ms).toUTCString();

  it('reads seconds', () => expect(read({ 'retry-after': '120' })).toBe(120_000));

  it('counts a date from the date of the reply, so a wrong clock on the device does no harm', () => {
    const server = NOW + 10 * 365 * DAY_MS;
    expect(read({ 'retry-after': dateOf(server + 60_000), date: dateOf(server) })).toBe(60_000);
  });

  it('counts a date from the device where the date of the reply is hidden', () => {
    expect(read({ 'retry-after': dateOf(NOW + 60_000) })).toBe(60_000);
  });

  it('is nothing when it is absent, unreadable or past', () => {
    expect(read({})).toBe(0);
    expect(read({ 'retry-after': 'soon' })).toBe(0);
    expect(read({ 'retry-after': dateOf(NOW - DAY_MS) })).toBe(0);
  });

  it('stays between nothing and a day, whatever the header says', () => {
    const values = fc.oneof(
      fc.string(),
      fc.integer().map(String),
      fc.bigInt().map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    );
    fc.assert(
      fc.property(values, values, (after, date) => {
        const headers = { get: (name: string) => (name === 'date' ? date : after) } as Headers;
        const ms = retryAfterMs(headers, NOW);
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThanOrEqual(DAY_MS);
      }),
    );
  });
});
