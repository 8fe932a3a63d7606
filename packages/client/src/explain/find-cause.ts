import type { Cause } from './causes.ts';
import { probe } from './probe.ts';
import { resolve, type ExplainedSettings, type FailedPost, type Situation } from './situation.ts';

/** The cause for a status; any other 5xx is `server`. */
const CAUSE_BY_STATUS: ReadonlyMap<number, Cause> = new Map<number, Cause>([
  [400, 'rejected'],
  [401, 'authorization'],
  [403, 'authorization'],
  [404, 'notFound'],
  [405, 'method'],
  [407, 'authorization'],
  [410, 'notFound'],
  [413, 'tooLarge'],
  [414, 'tooLarge'],
  [415, 'mediaType'],
  [422, 'rejected'],
  [429, 'rateLimit'],
  [431, 'tooLarge'],
  [501, 'method'],
]);

/** @param situation receives the names of the headers that the endpoint does not allow */
export async function findCause(
  settings: ExplainedSettings,
  { call, response, reason }: FailedPost,
  situation: Situation,
): Promise<Cause> {
  if (response) return findCauseOfResponse(response, reason, settings);
  if (!call) return situation.functions.length > 0 ? 'function' : 'fields';
  if (reason === 'timeout') return 'timeout';
  return findCauseOfSilence(call, settings, situation);
}

function findCauseOfResponse(
  { ok, type, status }: Response,
  reason: string,
  { acknowledge }: ExplainedSettings,
): Cause {
  if (type === 'opaque') return 'opaque';
  if (reason === 'redirect') return 'redirect';
  if (ok && acknowledge) return 'acknowledge';
  if (reason === 'html') return 'html';
  return CAUSE_BY_STATUS.get(status) ?? (status >= 500 ? 'server' : 'status');
}

async function findCauseOfSilence(
  [address, init]: [string | URL, RequestInit],
  settings: ExplainedSettings,
  situation: Situation,
): Promise<Cause> {
  const url = resolve(address);
  if (!url || !/^https?:$/.test(url.protocol)) return 'address';
  if (!isValid(url, init)) return 'request';
  if (isMixedContent(url, location.protocol)) return 'mixedContent';
  // A replacement for `fetch` may add something that must not be sent again.
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
 * Returns whether a page blocks requests to this address. An address of this machine is as safe as https:
 * https://w3c.github.io/webappsec-mixed-content/#should-block-fetch
 *
 * @param page the protocol of the page
 */
export function isMixedContent({ protocol, hostname }: URL, page: string): boolean {
  const isLocal = /^(localhost|127(\.\d+){3}|\[::1\]|.+\.localhost)$/.test(hostname);
  return page === 'https:' && protocol === 'http:' && !isLocal;
}
