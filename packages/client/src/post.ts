import type { Attempt } from './client.ts';
import { readDetails, type Details } from './details.ts';
import type { Settings } from './options.ts';
import type { Row } from './row.ts';
import { judge, retryAfterMs } from './verdict.ts';

/** Browsers let 65,536 bytes outlive a page, for all of its requests together. */
const KEEPALIVE_BYTES = 60_000;
/** More than any honest reply needs. */
const MAX_REPLY = 4096;

/**
 * Posts the row once. Runs up to the `fetch` without a pause where the headers are a value, because a page that is
 * being left gives no second turn. Never rejects.
 *
 * @param signal gives up; a reply whose status has arrived by then counts, though the rest be cut off
 */
export async function post(id: string, row: Row, settings: Settings, signal: AbortSignal): Promise<Attempt> {
  const { acknowledge = Boolean, clock } = settings;
  let reason: string | undefined;
  let askedMs = 0;
  let details: Details = {};
  try {
    const response = await Promise.race([
      request(id, row.body, settings, signal),
      new Promise<never>((_, reject) => {
        signal.onabort = reject;
      }),
    ]);
    const { ok, status, headers } = response;
    // A captive portal answers everything with its own page.
    const isPage = ok && headers.get('content-type')?.startsWith('text/html');
    reason = isPage ? 'html' : String(status || 'redirect');
    askedMs = retryAfterMs(headers, clock.now());
    const text = (await response.text().catch(() => '')).slice(0, MAX_REPLY);
    details = readDetails(text);
    if (ok && !isPage && (await acknowledge({ status, headers, text })))
      return { state: 'sent', reason, ...details };
  } catch {
    // Nobody replied, or `acknowledge` failed: not confirmed.
  }
  return {
    ...judge(reason ?? (signal.aborted ? 'timeout' : 'network'), row.tries, settings, askedMs),
    ...details,
  };
}

async function request(
  id: string,
  body: string,
  { endpoint, headers, fetch: send = fetch }: Settings,
  signal: AbortSignal,
): Promise<Response> {
  const own = typeof headers === 'function' ? await headers() : headers;
  return send(typeof endpoint === 'function' ? endpoint() : endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...own, 'idempotency-key': `"${id}"` },
    body,
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    keepalive: new Blob([body]).size <= KEEPALIVE_BYTES,
    signal,
  });
}
