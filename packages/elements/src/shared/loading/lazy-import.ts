/** Loads the files that elements need later, and tries again after a failure. */
import { isServer } from '../environment/is-server.ts';

/** The pause before the second attempt; each further pause is twice as long. */
const FIRST_PAUSE_MS = 1000;
/** The longest pause is about an hour. A timer beyond 24.8 days would overflow and fire immediately. */
const MOST_DOUBLINGS = 12;
const CODE = 'HEED_FILE';

/** Called when another attempt is due. Elements in the page update then, which loads what they still need. */
export const retryListeners = new Set<() => void>();
export const notifyRetryListeners = (): void => retryListeners.forEach((notify) => notify());

/**
 * Schedules another attempt: after a pause that doubles with each failure, or as soon as the browser is online.
 *
 * @param reset runs before the attempt; gets the event if the browser is online again
 * @returns a function that starts the attempt immediately
 */
export function retryLater(failures: number, reset: (online?: Event) => void): () => void {
  // A server tries again the next time that the file is needed.
  if (isServer) {
    reset();
    return reset;
  }
  const retry = (online?: Event): void => {
    clearTimeout(timer);
    removeEventListener('online', retry);
    reset(online);
    notifyRetryListeners();
  };
  const timer = setTimeout(retry, FIRST_PAUSE_MS * 2 ** Math.min(failures, MOST_DOUBLINGS));
  addEventListener('online', retry);
  return retry;
}

/** Loads a file once. See `lazyImport()`. */
export type LazyImport<File> = (isUrgent?: boolean) => Promise<File | undefined>;

/**
 * Returns a function that loads a file once, for all elements of a page. It resolves to `undefined` if the file cannot
 * be loaded, and never rejects.
 *
 * After a failure, calls resolve to `undefined` until the next attempt is due: after a pause, which doubles with each
 * failure, or as soon as the browser is online again. Then the elements of the page update, and those that still need
 * the file load it. With `isUrgent`, for a file that the user is waiting for, the next attempt starts immediately.
 *
 * A browser may keep a failed import for the life of the page. The builds for pages without a bundler therefore request
 * the file under another URL; see `packages/heed/src/script/load.ts`.
 */
export function lazyImport<File>(load: () => Promise<File>): LazyImport<File> {
  let file: Promise<File | undefined> | undefined;
  let retry: (() => void) | undefined;
  let failures = 0;
  return (isUrgent) => {
    if (isUrgent) retry?.();
    return (file ??= load().catch((error: unknown) => {
      // oxlint-disable-next-line no-console -- developers look in the console
      if (!failures) console.warn(`[heed] retrying after ${error} (${CODE})`);
      retry = retryLater(failures++, (online) => {
        // A network that has just come back may need a moment.
        if (online) failures = 1;
        file = retry = undefined;
      });
      return undefined;
    }));
  };
}
