import type { Clock } from './options.ts';

/** Twice as long as an attempt takes: who holds the lock and is not heard of for longer is a frozen tab. */
const PATIENCE_MS = 60_000;

/**
 * Does the work while holding the lock of this name over all tabs of the origin, or without one where the browser
 * has none: the idempotency key keeps that correct, the lock only saves requests. Never rejects.
 *
 * @param page aborts when the page is left: gives up waiting and lets go, since a queued or held lock keeps a page
 *   out of Firefox's back/forward cache
 * @param countSigns counts what was heard of attempts in any tab
 * @param onStolen another tab took the lock away in mid-work
 */
export async function withLock(
  name: string,
  page: AbortSignal,
  clock: Clock,
  countSigns: () => number,
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
      // Not for a page that was left and is back: it asks anew.
      return page.aborted || Promise.race([work(), left]);
    });
  const wait = (): Promise<unknown> => {
    const signs = countSigns();
    const patience = clock.timeout(PATIENCE_MS);
    return request({ signal: AbortSignal.any([page, patience]) }).catch((error: unknown) => {
      if (isHeld || !patience.aborted) throw error;
      return signs === countSigns() ? request({ steal: true }) : wait();
    });
  };
  try {
    // A page that comes back may never hear what became of its request.
    await Promise.race([wait(), left]);
  } catch {
    if (isHeld) onStolen();
    else if (!page.aborted) await work();
  }
}
