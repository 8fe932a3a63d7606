import type { Attempt } from '../api/events.ts';
import type { Settings } from '../api/options.ts';
import { HOUR_MS, longestWaitMs, readRetryAfterMs } from './back-off.ts';
import type { PostResult } from './post-once.ts';

/**
 * Classifies the result of a post. A temporary failure is retried with full jitter, after a random wait between zero and
 * the longest one: Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 *
 * @param failures of this record so far, or consecutive failures of all records, whichever is more
 */
export function classify(
  { ok, response, reason, reply }: PostResult,
  failures: number,
  { clock, random }: Pick<Settings, 'clock' | 'random'>,
): Attempt {
  // These statuses mean that the endpoint would reject the same bytes again.
  if (ok || /^(400|41[345]|422|431)/.test(reason)) return { state: ok ? 'sent' : 'parked', reason, reply };
  // A 2xx that does not confirm the record, any 5xx and some 4xx.
  const isTemporary = !response || /^([25]|40[89]|42[59])/.test(`${response.status}`);
  const pauseMs = readRetryAfterMs(response?.headers, clock.now());
  const waitMs = pauseMs || (isTemporary ? random() * longestWaitMs(failures) : HOUR_MS);
  const state = isTemporary ? 'retrying' : 'held';
  return { state, reason, due: clock.now() + waitMs, isPause: pauseMs > 0, reply };
}
