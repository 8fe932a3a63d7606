import type { Attempt } from './client.ts';
import type { Message, Settings } from './options.ts';
import { judge, retryAfterMs } from './verdict.ts';

const ATTEMPT_LIMIT_MS = 30_000;
/** Files take longer: what a phone on a bad network sends in a millisecond. */
const SLOWEST_BYTES = 16;
/** Browsers let 65,536 bytes outlive a page, for all of its requests together. */
const KEEPALIVE_BYTES = 60_000;
/** More than any honest reply needs. */
const MAX_REPLY = 4096;

/**
 * Posts a record once, and judges what came of it. Runs up to the `fetch` without a pause where the headers are a
 * value, because a page that is being left gives no second turn. Never rejects.
 *
 * @param failures as `judge`
 * @param stop gives up
 */
export async function post(
  message: Message,
  failures: number,
  settings: Settings,
  stop: AbortSignal,
): Promise<Attempt> {
  const { endpoint, headers, request, fetch: send = fetch, acknowledge, clock } = settings;
  const fileBytes = new Blob(message.files as File[] | undefined).size;
  const limitMs = ATTEMPT_LIMIT_MS + Math.floor(fileBytes / SLOWEST_BYTES);
  const signal = AbortSignal.any?.([stop, clock.timeout(limitMs)]) ?? stop;
  const over = new Promise<never>((_, reject) => {
    signal.onabort = reject;
  });
  // Nobody may be waiting for it.
  over.catch(() => {});
  // A team's function that never ends must not hold up the queue.
  const within = <T>(work: T | Promise<T>): Promise<T> => Promise.race([work, over]);
  let reason = '';
  let reply = '';
  let askedMs = 0;
  let asked: [url: string | URL, init: RequestInit] | undefined;
  let response: Response | undefined;
  try {
    const own = typeof headers === 'function' ? await within(headers()) : headers;
    const made =
      request?.(message) ??
      (message.files?.length
        ? (await within(import('./requests/as-form.ts'))).asForm(message)
        : asJson(message));
    const { body } = made;
    asked = [
      typeof endpoint === 'function' ? endpoint() : endpoint,
      {
        method: 'POST',
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        // A form's size cannot be told.
        keepalive: !(body instanceof FormData) && new Blob([body as BlobPart]).size <= KEEPALIVE_BYTES,
        signal,
        ...made,
        headers: { ...made.headers, ...own } as HeadersInit,
      },
    ];
    response = await within(send(...asked));
    const { ok, status } = response;
    // A captive portal answers everything with its own page.
    const isPage = ok && response.headers.get('content-type')?.startsWith('text/html');
    reason = isPage ? 'html' : String(status || 'redirect');
    askedMs = retryAfterMs(response.headers, clock.now());
    // Once the status is there the reply counts, though the rest be cut off.
    reply = (await response.text().catch(() => '')).slice(0, MAX_REPLY);
    const isConfirmed = acknowledge
      ? acknowledge({ status, headers: response.headers, text: reply })
      : !isPage;
    if (ok && (await within(isConfirmed))) return { state: 'sent', reason, reply };
  } catch {
    // Nobody replied, or a function of the team's failed: not confirmed.
    reason ||= signal.aborted ? 'timeout' : 'network';
  }
  const warn = async (): Promise<unknown> =>
    // Without a network there is nothing to correct, and nothing to load.
    (response || navigator.onLine) &&
    (await import('./explain/explain.ts')).explain(settings, reason, asked, response, stop);
  warn().catch(() => {});
  return { ...judge(reason, failures, settings, askedMs), reply };
}

export function asJson({ id, body }: Message): RequestInit {
  return { headers: { 'content-type': 'application/json', 'idempotency-key': `"${id}"` }, body };
}
