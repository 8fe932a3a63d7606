import { FAILED_STATES } from '../api/delivery-states.ts';
import type { ClientEvent } from '../api/events.ts';
import { syncTagOf } from './sync-tag.ts';

/** Minimum time between two syncs that are requested because of failures. */
const MIN_INTERVAL_MS = 3_600_000;

/** When each sync was last requested, in milliseconds since the page was opened. */
const requested = new Map<string, number>();

/**
 * Asks the browser, in a page, to wake the site's service worker for the queued records. Pass it to the client as
 * `onEvent`, or call it from there.
 *
 * Has no effect without Background Sync (Firefox, Safari), outside a secure context, without a service worker whose scope
 * includes the page, and if the user has disabled Background Sync.
 *
 * @param project of the client; defaults to `default`
 */
export function requestBackgroundDelivery({ state }: ClientEvent, project?: string): void {
  const tag = syncTagOf(project);
  const now = performance.now();
  // The worker may have made the failed attempt: a request during its sync fires the sync again immediately.
  const isLongAgo = now - (requested.get(tag) ?? -MIN_INTERVAL_MS) >= MIN_INTERVAL_MS;
  if (state !== 'stored' && !(isLongAgo && FAILED_STATES.includes(state))) return;
  requested.set(tag, now);
  void register(tag);
}

async function register(tag: string): Promise<void> {
  try {
    const { sync } = (await navigator.serviceWorker.ready) as ServiceWorkerRegistration & {
      sync: { register(tag: string): Promise<void> };
    };
    await sync.register(tag);
  } catch {
    // The page delivers the records itself while it is open, and the next page continues.
  }
}
