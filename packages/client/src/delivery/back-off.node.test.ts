import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestWaitMs, readRetryAfterMs } from './back-off.ts';

const NOW = Date.UTC(2026, 10, 21, 10, 15);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('longestWaitMs', () => {
  it('doubles with each failure, up to an hour', () => {
    fc.assert(
      fc.property(fc.nat(2000), (failures) => {
        expect(longestWaitMs(failures)).toBe(Math.min(HOUR_MS, 2000 * 2 ** failures));
      }),
    );
  });
});

describe('readRetryAfterMs', () => {
  const read = (headers: Record<string, string>): number => readRetryAfterMs(new Headers(headers), NOW);
  const dateOf = (ms: number): string => new Date(ms).toUTCString();

  it('reads seconds', () => expect(read({ 'retry-after': '120' })).toBe(120_000));

  it('reads a date relative to the "Date" header, regardless of the device clock', () => {
    const server = NOW + 10 * 365 * DAY_MS;
    expect(read({ 'retry-after': dateOf(server + 60_000), date: dateOf(server) })).toBe(60_000);
  });

  it('reads a date relative to the device clock if the "Date" header is hidden', () => {
    expect(read({ 'retry-after': dateOf(NOW + 60_000) })).toBe(60_000);
  });

  it('returns 0 for a missing, invalid or past value', () => {
    expect(read({})).toBe(0);
    expect(read({ 'retry-after': 'soon' })).toBe(0);
    expect(read({ 'retry-after': dateOf(NOW - DAY_MS) })).toBe(0);
  });

  it('returns between 0 and 24 hours for any value', () => {
    const values = fc.oneof(
      fc.string(),
      fc.integer().map(String),
      fc.bigInt().map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    );
    fc.assert(
      fc.property(values, values, (after, date) => {
        const headers = { get: (name: string) => (name === 'date' ? date : after) } as Headers;
        const ms = readRetryAfterMs(headers, NOW);
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThanOrEqual(DAY_MS);
      }),
    );
  });
});
