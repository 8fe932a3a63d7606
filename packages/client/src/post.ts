import type { Attempt } from './client.ts';
import type { Settings } from './options.ts';
import { readDetails, readText } from './reply.ts';
import type { Row } from './row.ts';
import { judge, retryAfterMs } from './verdict.ts';

/** Browsers let 65,536 bytes outlive a page, for all of its requests together. */
const KEEPALIVE_BYTES = 60_000;

/**
 * Posts the row once. Runs up to the `fetch` without a pause where the headers are a value, because a page that is
 * being left gives no second turn. Never rejects.
 *
 * @param signal gives up; a reply whose status has arrived by then counts
 */
export async function post(id: string, row: Row, settings: Settings, signal: AbortSignal): Promise<Attempt> {
  const givenUp = new Promise<never>((_, reject) => {
    signal.onabort = reject;
  });
  try {
    const response = await Promise.race([request(id, row.body, settings, signal), givenUp]);
    const { ok, status, headers } = response;
    const text = await readText(response);
    // A captive portal answers everything with its own page.
    const isPage = ok && /^text\/html/i.test(headers.get('content-type') ?? '');
    const reason = isPage ? 'html' : String(status || 'redirect');
    const isConfirmed = ok && !isPage && (settings.acknowledge?.({ status, headers, text }) ?? true);
    return {
      ...(isConfirmed
        ? { state: 'sent', reason }
        : judge(reason, row.tries, settings, retryAfterMs(headers, settings.clock.now()))),
      ...readDetails(text),
    };
  } catch {
    return judge(signal.aborted ? 'timeout' : 'network', row.tries, settings);
  }
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
