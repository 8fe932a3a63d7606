import type { Clock } from './options.ts';

/**
 * Does the work while holding the lock of this name over all tabs of the origin, or without one where the browser
 * has none: the idempotency key keeps that correct, the lock only saves requests.
 *
 * @param page aborts when the page is left: gives up waiting and lets go, since a queued or held lock keeps a page
 *   out of Firefox's back/forward cache
 * @param patienceMs a holder that has not let go by then is a frozen tab: the lock is stolen from it
 * @param onStolen another tab took the lock away in mid-work
 */
export async function withLock(
  name: string,
  page: AbortSignal,
  clock: Clock,
  patienceMs: number,
  onStolen: () => void,
  work: () => Promise<void>,
): Promise<void> {
  const done = new AbortController();
  const left = new Promise<unknown>((resolve) =>
    page.addEventListener('abort', resolve, { signal: done.signal }),
  );
  let isHeld = false;
  const request = async (options: LockOptions): Promise<void> => {
    try {
      await navigator.locks.request(name, options, () => {
        isHeld = true;
        return Promise.race([work(), left]);
      });
    } catch (error) {
      if (!isHeld) throw error;
      onStolen();
    }
  };
  const patience = new AbortController();
  const timer = clock.setTimeout(() => patience.abort(), patienceMs);
  try {
    await request({ signal: AbortSignal.any([page, patience.signal]) });
  } catch {
    // Not granted: the page was left, a frozen tab holds the lock, or there are no locks here.
    if (!page.aborted) await (patience.signal.aborted ? request({ steal: true }) : work());
  } finally {
    clock.clearTimeout(timer);
    done.abort();
  }
}
