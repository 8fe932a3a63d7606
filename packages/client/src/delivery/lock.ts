import type { Clock } from '../api/options.ts';

/** Twice the limit of an attempt: a tab that has the lock and records no event for longer is frozen. */
const PATIENCE_MS = 60_000;

/**
 * Runs the work with a lock across all tabs of the origin, or without one in browsers that have no Web Locks: the
 * idempotency key keeps that correct, the lock only saves requests. Never rejects.
 *
 * @param page aborts when the page is left. Releases the lock and cancels the request for it, because a requested or
 *   granted lock keeps a page out of Firefox's back/forward cache
 * @param countAttempts returns the number of attempts in all tabs so far
 * @param onStolen called if another tab steals the lock during the work
 */
export async function withLock(
  name: string,
  page: AbortSignal,
  clock: Clock,
  countAttempts: () => number,
  onStolen: () => void,
  work: () => Promise<void>,
): Promise<void> {
  let isHeld = false;
  const left = new Promise((resolve) => {
    page.onabort = resolve;
  });
  const request = (options: LockOptions): Promise<unknown> =>
    navigator.locks.request(name, options, () => {
      isHeld = true;
      // A page that was left and is back requests the lock again.
      return page.aborted || Promise.race([work(), left]);
    });
  const wait = (): Promise<unknown> => {
    const attempts = countAttempts();
    const patience = clock.timeout(PATIENCE_MS);
    return request({ signal: AbortSignal.any([page, patience]) }).catch((error: unknown) => {
      if (isHeld || !patience.aborted) throw error;
      return attempts === countAttempts() ? request({ steal: true }) : wait();
    });
  };
  try {
    // The request of a page that was left and is back may never settle.
    await Promise.race([wait(), left]);
  } catch {
    if (isHeld) onStolen();
    else if (!page.aborted) await work();
  }
}
