const BASE_MS = 2000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/**
 * Full jitter: anything between nothing and a limit that doubles with each try, up to an hour.
 * Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 *
 * @param random from 0 up to 1
 * @returns milliseconds
 */
export function backOffMs(tries: number, random: number): number {
  return random * Math.min(HOUR_MS, BASE_MS * 2 ** tries);
}

/**
 * Reads `Retry-After`, in seconds or as a date. A date counts from the reply's own `Date`, so a wrong clock on the
 * device does no harm; where that header is not readable (other origins must expose it) it counts from `now`.
 *
 * @returns milliseconds, 0 to 24 hours; 0 also when it is absent or not readable
 */
export function retryAfterMs(headers: Headers, now: number): number {
  const value = headers.get('retry-after') ?? '';
  const ms = /^\d+$/.test(value)
    ? Number(value) * 1000
    : Date.parse(value) - (Date.parse(headers.get('date') ?? '') || now);
  return Math.min(Math.max(ms, 0) || 0, DAY_MS);
}
