/** How long to wait before the next attempt. */

const BASE_MS = 2000;
export const HOUR_MS = 3_600_000;
/** The upper limit of every wait. */
export const DAY_MS = 24 * HOUR_MS;

/** Returns the longest wait after this many failures: it doubles with each one, up to an hour. */
export function longestWaitMs(failures: number): number {
  return Math.min(HOUR_MS, BASE_MS * 2 ** failures);
}

/**
 * Reads `Retry-After`, in seconds or as a date. A date is relative to the response's own `Date` header, so a wrong device
 * clock does no harm. If that header is not readable (other origins must expose it), the date is relative to `now`.
 *
 * @param headers undefined without a response
 * @returns milliseconds, from 0 to 24 hours; 0 if the header is missing or invalid
 */
export function readRetryAfterMs(headers: Headers | undefined, now: number): number {
  const value = headers?.get('retry-after') as string;
  const ms = Number(value) * 1000 || Date.parse(value) - (Date.parse(headers?.get('date') as string) || now);
  return Math.min(Math.max(ms || 0, 0), DAY_MS);
}
