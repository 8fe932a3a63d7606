import type { Attempt } from '../api/events.ts';
import type { Settings } from '../api/options.ts';
import { HOUR_MS, longestWaitMs, readRetryAfterMs } from './back-off.ts';
import type { PostResult } from './post-once.ts';

/** Statuses of an endpoint that rejects the record, and would reject the same bytes again. */
const REJECTED = /^(400|41[345]|422|431)/;
/** Statuses of a temporary failure: a 2xx that does not confirm the record, any 5xx and some 4xx. */
const TEMPORARY = /^([25]|40[89]|42[59])/;

/**
 * Classifies the result of a post. A temporary failure is retried with full jitter, after a random wait between zero and
 * the longest one: Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 *
 * @param failures of this record so far, or of all records in a row, whichever is more
 */
export function classify(
  { isConfirmed, response, reason, reply }: PostResult,
  failures: number,
  { clock, random }: Pick<Settings, 'clock' | 'random'>,
): Attempt {
  if (isConfirmed || REJECTED.test(reason)) return { state: isConfirmed ? 'sent' : 'parked', reason, reply };
  const isTemporary = !response || TEMPORARY.test(`${response.status}`);
  const pauseMs = readRetryAfterMs(response?.headers, clock.now());
  const waitMs = pauseMs || (isTemporary ? random() * longestWaitMs(failures) : HOUR_MS);
  const state = isTemporary ? 'retrying' : 'held';
  return { state, reason, due: clock.now() + waitMs, isPause: pauseMs > 0, reply };
}
