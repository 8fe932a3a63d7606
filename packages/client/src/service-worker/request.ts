import type { ClientEvent } from '../index.ts';
import { tagOf } from './tag.ts';

/** As much of it as is used here; TypeScript's DOM library has none. */
interface SyncManager {
  register(tag: string): Promise<void>;
  getTags(): Promise<string[]>;
}

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
  if (/stored|retrying|held/.test(state)) void request(tagOf(project), state === 'stored');
}

/** @param isNew there is a new record; otherwise an attempt has failed, perhaps one of the worker's own */
async function request(tag: string, isNew: boolean): Promise<void> {
  try {
    const { sync } = (await navigator.serviceWorker.ready) as ServiceWorkerRegistration & {
      sync: SyncManager;
    };
    // A sync that is registered while it fires is fired again at once: after each failure that would never end.
    if (isNew || !(await sync.getTags()).includes(tag)) await sync.register(tag);
  } catch {
    // The page delivers by itself while it is open, and the next one goes on.
  }
}
