import type { ClientEvent } from '../index.ts';
import { tagOf } from './tag.ts';

/** How often failures ask for a sync at most: milliseconds. */
const AGAIN_MS = 3_600_000;

/** When each sync was asked for last: milliseconds since the page began. */
const asked = new Map<string, number>();

/**
 * In a page: asks the browser to wake the site's service worker for what waits on the device. Give it to the client as
 * `onEvent`, or call it from there.
 *
 * Does nothing without Background Sync (Firefox, Safari), without a secure context, without a service worker in whose
 * scope the page lies, and where the visitor has forbidden it.
 *
 * @param project of the client, `default` by default
 */
export function requestBackgroundDelivery({ state }: ClientEvent, project?: string): void {
  const tag = tagOf(project);
  const now = performance.now();
  // What failed may be an attempt of the worker, and asking while its sync fires has it fired again at once.
  const isLongAgo = now - (asked.get(tag) ?? -AGAIN_MS) >= AGAIN_MS;
  if (state !== 'stored' && !(isLongAgo && /retrying|held/.test(state))) return;
  asked.set(tag, now);
  void register(tag);
}

async function register(tag: string): Promise<void> {
  try {
    const { sync } = (await navigator.serviceWorker.ready) as ServiceWorkerRegistration & {
      sync: { register(tag: string): Promise<void> };
    };
    await sync.register(tag);
  } catch {
    // The page delivers by itself while it is open, and the next one goes on.
  }
}
