import type { Message, Settings } from '../api/options.ts';
import { asJson } from './as-json.ts';
import { ATTEMPT_LIMIT_MS, KEEPALIVE_BYTES, MAX_REPLY_LENGTH, SLOWEST_BYTES_PER_MS } from './limits.ts';

/** The result of one post, before it is classified. */
export interface PostResult {
  isConfirmed: boolean;
  /** As in `Attempt`. */
  reason: string;
  /** As in `Attempt`. */
  reply: string;
  /** The arguments of `fetch`; undefined if a function among the options failed before. */
  call: [url: string | URL, init: RequestInit] | undefined;
  /** Undefined if no response could be read. */
  response: Response | undefined;
}

/**
 * Posts a message once. Needs neither the queue nor the rest of the client. Never rejects.
 *
 * Calls `fetch` in the same task unless `headers` is a function: a page that is being left runs no further task.
 *
 * @param stop aborts the request
 */
export async function postOnce(message: Message, settings: Settings, stop: AbortSignal): Promise<PostResult> {
  const { endpoint, headers, fetch: send = fetch, acknowledge, clock } = settings;
  const signal = AbortSignal.any?.([stop, clock.timeout(limitMsOf(message))]) ?? stop;
  const untilOver = raceAgainst(signal);
  let isConfirmed = false;
  let reason = '';
  let reply = '';
  let call: PostResult['call'];
  let response: Response | undefined;
  try {
    const ownHeaders = typeof headers === 'function' ? await untilOver(headers()) : headers;
    const init =
      settings.request?.(message) ??
      (message.files?.length
        ? (await untilOver(import('../requests/as-form.ts'))).asForm(message)
        : asJson(message));
    call = [typeof endpoint === 'function' ? endpoint() : endpoint, completeInit(init, ownHeaders, signal)];
    response = await untilOver(send(...call));
    const { ok, status } = response;
    // A captive portal answers every request with its own page.
    const isPage = ok && response.headers.get('content-type')?.startsWith('text/html');
    reason = isPage ? 'html' : String(status || 'redirect');
    // The status counts even if the connection breaks off during the body.
    reply = (await response.text().catch(() => '')).slice(0, MAX_REPLY_LENGTH);
    const isAcknowledged = acknowledge
      ? acknowledge({ status, headers: response.headers, text: reply })
      : !isPage;
    isConfirmed = ok && (await untilOver(isAcknowledged));
  } catch {
    // There was no response, or a function among the options failed.
    reason ||= signal.aborted ? 'timeout' : 'network';
  }
  return { isConfirmed, reason, reply, call, response };
}

function limitMsOf({ files }: Message): number {
  return ATTEMPT_LIMIT_MS + Math.floor(new Blob(files as File[] | undefined).size / SLOWEST_BYTES_PER_MS);
}

/** A function among the options that never settles must not block the queue: the result rejects when the signal aborts. */
function raceAgainst(signal: AbortSignal): <T>(work: T | Promise<T>) => Promise<T> {
  const over = new Promise<never>((_, reject) => {
    signal.onabort = reject;
  });
  // Nothing may be waiting for it.
  over.catch(() => {});
  return (work) => Promise.race([work, over]);
}

function completeInit(
  init: RequestInit,
  headers: Record<string, string> | undefined,
  signal: AbortSignal,
): RequestInit {
  const { body } = init;
  return {
    method: 'POST',
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    // The size of a FormData is unknown.
    keepalive: !(body instanceof FormData) && new Blob([body as BlobPart]).size <= KEEPALIVE_BYTES,
    signal,
    ...init,
    headers: { ...init.headers, ...headers } as HeadersInit,
  };
}
