import type { Attempt } from './client.ts';
import type { Settings } from './options.ts';

const BASE_MS = 2000;
export const HOUR_MS = 3_600_000;
/** Nothing waits longer. */
export const DAY_MS = 24 * HOUR_MS;

/** The record is wrong for this endpoint: the same bytes will be refused again. */
const PARKED = /^(400|41[345]|422|431)/;
/** The moment is wrong: a 2xx that confirms nothing, a 4xx or 5xx that passes, `html`, `network`, `timeout`. */
const RETRIED = /^([25hnt]|40[89]|42[59])/;

/**
 * What to do about a record that was not confirmed. It waits with full jitter, anything between nothing and the
 * longest wait: Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 *
 * @param reason see {@link Attempt}
 * @param failures of this record before, or of all in a row, whichever is more
 * @param askedMs how long the endpoint wants to be left alone; 0 when it did not say
 */
export function judge(
  reason: string,
  failures: number,
  { clock, random }: Settings,
  askedMs: number,
): Omit<Attempt, 'reply'> {
  if (PARKED.test(reason)) return { state: 'parked', reason };
  const isRetried = RETRIED.test(reason);
  const waitMs = askedMs || (isRetried ? random() * longestWaitMs(failures) : HOUR_MS);
  const state = isRetried ? 'retrying' : 'held';
  return { state, reason, due: clock.now() + waitMs, isPause: askedMs > 0 };
}

/** The longest wait after so many failures: it doubles with each, up to an hour. Milliseconds. */
export function longestWaitMs(failures: number): number {
  return Math.min(HOUR_MS, BASE_MS * 2 ** failures);
}

/**
 * Reads `Retry-After`, in seconds or as a date. A date counts from the reply's own `Date`, so a wrong clock on the
 * device does no harm; where that header is not readable (other origins must expose it) it counts from `now`.
 *
 * @returns milliseconds, 0 to 24 hours; 0 also when it is absent or not readable
 */
export function retryAfterMs(headers: Headers, now: number): number {
  const value = headers.get('retry-after') ?? '';
  const ms = Number(value) * 1000 || Date.parse(value) - (Date.parse(headers.get('date') ?? '') || now);
  return Math.min(Math.max(ms || 0, 0), DAY_MS);
}
