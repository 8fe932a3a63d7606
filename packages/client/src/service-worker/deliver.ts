import type { Client, Item } from '../api/client.ts';
import { PENDING_STATES } from '../api/delivery-states.ts';
import type { ClientOptions, Message } from '../api/options.ts';
import { createClient } from '../create-client.ts';
import { asJson } from '../delivery/as-json.ts';
import { asForm } from '../requests/as-form.ts';
import { syncTagOf } from './sync-tag.ts';

/** How long the client may continue after an attempt failed, which may be the fault of that one record. */
const PATIENCE_MS = 30_000;
const POLL_MS = 500;

/** The options of the client. `redact`, `transform` and `maxItems` have no effect in a worker. */
export interface BackgroundOptions extends Omit<ClientOptions, 'consent'> {
  /**
   * Read at each sync: while it is false, nothing is sent and the browser does not try again. A worker cannot read the
   * page's `localStorage` or cookies. Defaults to true, because nothing is stored without consent.
   */
  consent?: boolean | (() => boolean | Promise<boolean>);
}

/** The members of a `SyncEvent` that are used here; TypeScript's libraries do not include it. */
interface SyncEvent extends Event {
  readonly tag: string;
  waitUntil(work: Promise<void>): void;
}

/**
 * Delivers the queued records in a service worker when the browser fires a `sync` event, including after the page is
 * closed. Call it while the worker's script is first evaluated. It handles `sync` events with the tag `heed:<project>`
 * and ignores all others.
 *
 * A sync has the effect of a new page: all queued records are tried, unless the endpoint asked for a pause. The sync
 * fails if any record is left that is not parked, so that the browser fires it again: Chromium does after 5 and after 15
 * more minutes, then no more.
 *
 * Has no effect in browsers without Background Sync, such as Firefox and Safari.
 */
export function deliverInBackground(options: BackgroundOptions): void {
  addEventListener('sync', (event) => {
    const { tag } = event as SyncEvent;
    if (tag === syncTagOf(options.project)) (event as SyncEvent).waitUntil(deliver(options));
  });
}

async function deliver({ consent = true, ...options }: BackgroundOptions): Promise<void> {
  if (!(typeof consent === 'function' ? await consent() : consent)) return;
  const client = createClient({ request: createDefaultRequest, ...options });
  try {
    await client.flush();
    const end = Date.now() + PATIENCE_MS;
    let left = await listPending(client);
    // A failure ends a round; the client starts the next one, paced with the other tabs.
    while (Date.now() < end && mayContinue(left, end)) {
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      left = await listPending(client);
    }
    if (left.length > 0)
      throw new Error(`${syncTagOf(options.project)}: ${left.length} records are still queued`);
  } finally {
    client.close();
  }
}

/** Returns the request that the client creates in a page. A worker cannot load `asForm` later. */
function createDefaultRequest(message: Message): RequestInit {
  return message.files?.length ? asForm(message) : asJson(message);
}

async function listPending(client: Client): Promise<Item[]> {
  return (await client.pending()).filter(({ state }) => PENDING_STATES.includes(state));
}

/** Returns whether the client will try one of them before the end, unless the endpoint asked for a longer pause. */
function mayContinue(items: readonly Item[], end: number): boolean {
  const isLater = ({ due = 0 }: Item): boolean => due > end;
  return !items.every(isLater) && !items.some((item) => isLater(item) && item.isPause);
}
