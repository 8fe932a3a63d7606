import type { Message, Settings } from '../api/options.ts';
import { asJson } from './as-json.ts';
import { ATTEMPT_LIMIT_MS, KEEPALIVE_BYTES, MAX_REPLY_LENGTH, SLOWEST_BYTES_PER_MS } from './limits.ts';

/** The result of one post, before it is classified. */
export interface PostResult {
  /** Did the endpoint confirm the record? */
  ok: boolean;
  /** The status of the response, or a word: as in `Attempt`. */
  reason: string;
  /** As in `Attempt`. */
  reply: string;
  /** Undefined if no response could be read. */
  response: Response | undefined;
}

/**
 * Posts a message once. If the endpoint does not confirm it, loads the warnings and reports why. Needs neither the queue
 * nor the rest of the client. Never rejects.
 *
 * Calls `fetch` in the same task unless `headers` is a function: a page that is being left runs no further task.
 *
 * @param stop aborts the request
 */
export async function postOnce(message: Message, settings: Settings, stop: AbortSignal): Promise<PostResult> {
  const { endpoint, headers, fetch: send = fetch, acknowledge, clock } = settings;
  // Firefox before 124 and Safari before 17.4 have no `AbortSignal.any()`: there, a request has no time limit.
  const signal =
    AbortSignal.any?.([
      stop,
      clock.timeout(
        ATTEMPT_LIMIT_MS +
          Math.floor(new Blob(message.files as File[] | undefined).size / SLOWEST_BYTES_PER_MS),
      ),
    ]) ?? stop;
  const over = new Promise<never>((_, reject) => {
    signal.onabort = reject;
  });
  // Nothing may be waiting for it.
  over.catch(() => {});
  // A function among the options that never settles must not block the queue.
  const untilOver = <T>(work: T | Promise<T>): Promise<T> => Promise.race([work, over]);
  let ok = false;
  let reason = '';
  let reply = '';
  let call: [url: string | URL, init: RequestInit] | undefined;
  let response: Response | undefined;
  try {
    const ownHeaders = typeof headers === 'function' ? await untilOver(headers()) : headers;
    const init =
      settings.request?.(message) ??
      (message.files?.length
        ? (await untilOver(import('../requests/as-form.ts'))).asForm(message)
        : asJson(message));
    const { body } = init;
    call = [
      typeof endpoint === 'function' ? endpoint() : endpoint,
      {
        method: 'POST',
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        // The size of a FormData is unknown.
        keepalive: !(body instanceof FormData) && new Blob([body as BlobPart]).size <= KEEPALIVE_BYTES,
        signal,
        ...init,
        headers: { ...init.headers, ...ownHeaders } as HeadersInit,
      },
    ];
    response = await untilOver(send(...call));
    const { status } = response;
    // A captive portal answers every request with its own page.
    const isPage = response.ok && response.headers.get('content-type')?.startsWith('text/html');
    reason = isPage ? 'html' : `${status || 'redirect'}`;
    // The status counts even if the connection breaks off during the body.
    reply = (await response.text().catch(() => '')).slice(0, MAX_REPLY_LENGTH);
    ok =
      response.ok &&
      (await untilOver(
        acknowledge ? acknowledge({ status, headers: response.headers, text: reply }) : !isPage,
      ));
  } catch {
    // There was no response, or a function among the options failed.
    reason ||= signal.aborted ? 'timeout' : 'network';
  }
  const warn = async (): Promise<unknown> =>
    // Offline there is nothing to correct, and nothing can be loaded.
    !ok &&
    (response || navigator.onLine) &&
    (await import('../explain/explain.ts')).explain(settings, reason, call, response, stop);
  // The file cannot be loaded, or the environment has no `navigator`.
  warn().catch(() => {});
  return { ok, reason, reply, response };
}
