import type { Settings } from './options.ts';
import { readReply } from './reply.ts';
import { NO_REPLY } from './row.ts';
import { judge, retrying, type Verdict } from './verdict.ts';

/** Browsers let 65,536 bytes outlive a page, for all of its requests together. */
const KEEPALIVE_BYTES = 60_000;

/**
 * Posts the body once. Runs up to the `fetch` without a pause where the headers are a value, because a page that is
 * being left gives no second turn. Never rejects.
 *
 * @param signal gives up; a reply whose status has arrived by then counts
 */
export async function post(
  id: string,
  body: string,
  settings: Settings,
  signal: AbortSignal,
): Promise<Verdict> {
  const givenUp = new Promise<never>((_, reject) => signal.addEventListener('abort', reject));
  try {
    const response = await Promise.race([request(id, body, settings, signal), givenUp]);
    return judge(await readReply(response), settings.clock.now(), settings.acknowledge);
  } catch {
    return retrying(signal.aborted ? 'timeout' : 'network', NO_REPLY);
  }
}

async function request(
  id: string,
  body: string,
  { endpoint, headers, fetch: send = fetch }: Settings,
  signal: AbortSignal,
): Promise<Response> {
  const all = new Headers(typeof headers === 'function' ? await headers() : headers);
  if (!all.has('content-type')) all.set('content-type', 'application/json');
  all.set('idempotency-key', `"${id}"`);
  return send(typeof endpoint === 'function' ? endpoint() : endpoint, {
    method: 'POST',
    headers: all,
    body,
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    keepalive: new Blob([body]).size <= KEEPALIVE_BYTES,
    signal,
  });
}
