import { retryAfterMs } from './back-off.ts';
import type { Reply } from './options.ts';
import { readDetails, type Details } from './reply.ts';
import { ASKED, FAILED, HELD, NO_REPLY, type Ground } from './row.ts';

const PARKED = [400, 413, 414, 415, 422, 431];
const RETRIED = [408, 409, 425, 429];
const PAUSING = [429, 503];

/** No confirmation: the record stays. */
export interface Failure {
  state: 'retrying' | 'held';
  reason: string;
  /** What the wait rests on. */
  ground: Ground;
  /** How long the endpoint asked to wait, in milliseconds; 0 or absent when it did not. */
  askedMs?: number;
}

/** What a reply means for the record it answers. */
export type Verdict =
  ({ state: 'sent' } & Details) | { state: 'parked'; reason: string; message?: string } | Failure;

/**
 * @param now milliseconds since 1970
 * @param acknowledge the team's own condition on a 2xx reply
 */
export function judge(
  reply: Reply,
  now: number,
  acknowledge: (reply: Reply) => boolean = () => true,
): Verdict {
  const { status, headers, text } = reply;
  if (status >= 200 && status < 300) {
    // A captive portal answers everything with its own page.
    if (/^text\/html/i.test(headers.get('content-type') ?? '')) return retrying('html', NO_REPLY);
    return acknowledge(reply) ? { state: 'sent', ...readDetails(text) } : retrying('unconfirmed', FAILED);
  }
  const reason = status ? String(status) : 'redirect';
  if (PARKED.includes(status)) {
    const { message } = readDetails(text);
    return { state: 'parked', reason, ...(message && { message }) };
  }
  if (status < 500 && !RETRIED.includes(status)) return { state: 'held', reason, ground: HELD };
  const askedMs = retryAfterMs(headers, now);
  return retrying(reason, askedMs || PAUSING.includes(status) ? ASKED : FAILED, askedMs);
}

export function retrying(reason: string, ground: Ground, askedMs = 0): Failure {
  return { state: 'retrying', reason, ground, askedMs };
}
