import type { Attempt } from './client.ts';
import { readDetails } from './details.ts';
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
  const givenUp = new Promise<never>((_, reject) => {
    signal.onabort = reject;
  });
  const response = await Promise.race([request(id, row.body, settings, signal), givenUp]).catch(
    () => undefined,
  );
  if (!response) return judge(signal.aborted ? 'timeout' : 'network', row.tries, settings);
  const { ok, status, headers } = response;
  const text = await readText(response).catch(() => '');
  // A captive portal answers everything with its own page.
  const isPage = ok && headers.get('content-type')?.startsWith('text/html');
  const reason = isPage ? 'html' : String(status || 'redirect');
  const reply = Promise.resolve({ status, headers, text });
  const isConfirmed = ok && !isPage && (await reply.then(settings.acknowledge ?? Boolean).catch(() => false));
  const attempt: Attempt = isConfirmed
    ? { state: 'sent', reason }
    : judge(reason, row.tries, settings, retryAfterMs(headers, settings.clock.now()));
  return { ...attempt, ...readDetails(text) };
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

/** The beginning of a text, because its sender is not trusted. */
async function readText({ body }: Response): Promise<string> {
  let text = '';
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let part; text.length < MAX_REPLY && !(part = await reader?.read())?.done;) text += part?.value;
  void reader?.cancel();
  return text.slice(0, MAX_REPLY);
}
