/** Loads the files that elements need later. `@heed/elements/later` is for Heed's own packages, not a public API. */
import { isServer } from '../environment/is-server.ts';

/** The pause before the second attempt; each further pause is twice as long. */
const FIRST_PAUSE_MS = 1000;
/** The longest pause is about an hour: a longer one overflows the timer of a browser, which then fires at once. */
const MOST_DOUBLINGS = 12;
const CODE = 'HEED_FILE';

/** Looks for what is missing. An element adds itself while it is in the page, and loads in an update what it needs. */
export const seekers = new Set<() => void>();
export const seekAll = (): void => seekers.forEach((seek) => seek());

/**
 * Schedules another attempt: after a pause that doubles with each failure, or as soon as the network is back.
 *
 * @param reset runs first; gets the event when the network is back
 * @returns starts the attempt now
 */
export function retryLater(failures: number, reset: (online?: Event) => void): () => void {
  // A server tries again when it is asked the next time.
  if (isServer) {
    reset();
    return reset;
  }
  const retry = (online?: Event): void => {
    clearTimeout(timer);
    removeEventListener('online', retry);
    reset(online);
    seekAll();
  };
  const timer = setTimeout(retry, FIRST_PAUSE_MS * 2 ** Math.min(failures, MOST_DOUBLINGS));
  addEventListener('online', retry);
  return retry;
}

/**
 * Returns a function that loads a file once. It resolves to `undefined` when the file cannot be loaded, and never
 * rejects. All seekers are called when the next attempt is due; nothing is loaded unless one of them still needs it.
 *
 * With `isUrgent`, for what a user has asked for, it does not wait until then.
 */
export function later<File>(load: () => Promise<File>): (isUrgent?: boolean) => Promise<File | undefined> {
  let file: Promise<File | undefined> | undefined;
  let retry: (() => void) | undefined;
  let failures = 0;
  return (isUrgent) => {
    if (isUrgent) retry?.();
    return (file ??= load().catch((error: unknown) => {
      // oxlint-disable-next-line no-console -- the console is where a page author looks
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
