import type { Cause } from './causes.ts';
import { resolve, type Facts, type Situation } from './facts.ts';
import { probe } from './probe.ts';

/** The first pattern that fits the status. */
const STATUSES: readonly (readonly [RegExp, Cause])[] = [
  [/^(404|410)$/, 'notFound'],
  [/^(405|501)$/, 'method'],
  [/^(401|403|407)$/, 'authorization'],
  [/^(413|414|431)$/, 'tooLarge'],
  [/^415$/, 'mediaType'],
  [/^(400|422)$/, 'rejected'],
  [/^429$/, 'rateLimit'],
  [/^5/, 'server'],
];

/** @param situation learns which headers the endpoint does not allow */
export async function findCause(facts: Facts, situation: Situation): Promise<Cause> {
  const { response, reason } = facts;
  if (response) return ofReply(response, facts);
  if (!facts.asked) return situation.functions.length > 0 ? 'function' : 'fields';
  if (reason === 'timeout') return 'timeout';
  return ofSilence(facts.asked, facts, situation);
}

function ofReply({ ok, type, status }: Response, { reason, settings }: Facts): Cause {
  if (type === 'opaque') return 'opaque';
  if (reason === 'redirect') return 'redirect';
  if (ok && settings.acknowledge) return 'acknowledge';
  if (reason === 'html') return 'html';
  return STATUSES.find(([pattern]) => pattern.test(String(status)))?.[1] ?? 'status';
}

async function ofSilence(
  [address, init]: [string | URL, RequestInit],
  { settings }: Facts,
  situation: Situation,
): Promise<Cause> {
  const url = resolve(address);
  if (!url || !/^https?:$/.test(url.protocol)) return 'address';
  if (!isValid(url, init)) return 'request';
  if (isMixedContent(url, location.protocol)) return 'mixedContent';
  // The team's own way to send may add what must not be sent twice.
  if (settings.fetch) return 'noReply';
  const { cause, refused } = await probe(url, situation.headers);
  situation.refused = refused;
  return cause;
}

function isValid(url: URL, init: RequestInit): boolean {
  try {
    return Boolean(new Request(url, init));
  } catch {
    return false;
  }
}

/**
 * Does a page block requests to this address? One of this machine is as safe as https:
 * https://w3c.github.io/webappsec-mixed-content/#should-block-fetch
 *
 * @param page protocol of the page
 */
export function isMixedContent({ protocol, hostname }: URL, page: string): boolean {
  const isLocal = /^(localhost|127(\.\d+){3}|\[::1\]|.+\.localhost)$/.test(hostname);
  return page === 'https:' && protocol === 'http:' && !isLocal;
}
