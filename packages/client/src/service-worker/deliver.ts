import { createClient, type Client, type ClientOptions, type Item } from '../index.ts';
import type { Message } from '../options.ts';
import { asJson } from '../post.ts';
import { asForm } from '../requests/as-form.ts';
import { tagOf } from './tag.ts';

/** So long the client may go on by itself after an attempt has failed, which may be the fault of that record alone. */
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 500;

/** The options of the client, of which `redact`, `transform` and `maxItems` have nothing to do in a worker. */
export interface BackgroundOptions extends Omit<ClientOptions, 'consent'> {
  /**
   * Asked at each sync: while it is false nothing is sent, and the browser does not try again. A worker cannot read
   * what the page keeps in `localStorage` or cookies. True by default, because nothing is stored without consent.
   */
  consent?: boolean | (() => boolean | Promise<boolean>);
}

/** As much of a `SyncEvent` as is used here; TypeScript's libraries have none. */
interface SyncEvent extends Event {
  readonly tag: string;
  waitUntil(work: Promise<void>): void;
}

/**
 * In a service worker: delivers what waits on the device when the browser says so, after the page is gone as well.
 * Call it while the worker's script is first evaluated. It hears `sync` events with the tag `heed:<project>`, and
 * leaves everything else to the site's own listeners.
 *
 * A sync is one new page for the queue: whatever waits is tried, except where the endpoint asked for a pause. It fails
 * when something is left that is not parked, so that the browser fires it again: Chromium after 5 and after 15 more
 * minutes, then never.
 *
 * Does nothing where the browser has no Background Sync, as Firefox and Safari.
 */
export function deliverInBackground(options: BackgroundOptions): void {
  addEventListener('sync', (event) => {
    const { tag } = event as SyncEvent;
    if (tag === tagOf(options.project)) (event as SyncEvent).waitUntil(deliver(options));
  });
}

async function deliver({ consent = true, ...options }: BackgroundOptions): Promise<void> {
  if (!(typeof consent === 'function' ? await consent() : consent)) return;
  const client = createClient({ request: asUsual, ...options });
  try {
    await client.flush();
    const end = Date.now() + PATIENCE_MS;
    let left = await listLeft(client);
    // A failure ends a round; the client goes on by itself, in time with the others.
    while (Date.now() < end && goesOn(left, end)) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      left = await listLeft(client);
    }
    if (left.length > 0) throw new Error(`${tagOf(options.project)}: ${left.length} records wait`);
  } finally {
    client.close();
  }
}

/** As the client does by itself in a page; a worker loads nothing later. */
function asUsual(message: Message): RequestInit {
  return message.files?.length ? asForm(message) : asJson(message);
}

/** What can still be delivered. */
async function listLeft(client: Client): Promise<Item[]> {
  return (await client.pending()).filter(({ state }) => /waiting|retrying|held/.test(state));
}

/** Will the client try one of them before the end, as far as the endpoint has not asked for a longer pause? */
function goesOn(items: readonly Item[], end: number): boolean {
  const isLater = ({ due = 0 }: Item): boolean => due > end;
  return !items.every(isLater) && !items.some((item) => isLater(item) && item.isPause);
}
