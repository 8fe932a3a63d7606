/** A page with the clients of two projects, controlled by the test. */
import { createClient, type Client } from '@heed/client';
import { requestBackgroundDelivery } from '@heed/client/service-worker';
import { createRecord } from '@heed/core';

export interface BackgroundPage {
  clients: Record<'default' | 'shop', Client>;
  /** Resolves when the site's worker is active; `undefined` without service worker support. */
  ready:
    | Promise<
        ServiceWorkerRegistration & {
          sync?: { getTags(): Promise<string[]>; register(tag: string): Promise<void> };
        }
      >
    | undefined;
  /** Submits records. Returns the id and the expected body of each record that was stored on disk. */
  submit(count: number, project?: 'default' | 'shop'): Promise<[id: string, body: string][]>;
}

declare global {
  var background: BackgroundPage;
}

const endpoint = new URLSearchParams(location.search).get('endpoint') ?? '/nowhere';

const clients = {
  default: createClient({ endpoint, onEvent: requestBackgroundDelivery }),
  shop: createClient({
    endpoint: `${endpoint}/shop`,
    project: 'shop',
    onEvent: (event) => requestBackgroundDelivery(event, 'shop'),
  }),
};

async function submit(
  count: number,
  project: 'default' | 'shop' = 'default',
): Promise<[id: string, body: string][]> {
  const records = Array.from({ length: count }, (_, index) =>
    createRecord(
      { survey: 'checkout', answers: [{ name: 'why', kind: 'text', value: `answer ${index} 😀` }] },
      Date.now(),
      crypto.getRandomValues(new Uint8Array(10)),
    ),
  );
  const receipts = await Promise.all(records.map((record) => clients[project].submit(record)));
  const bodies = new Map(records.map((record) => [record.id, JSON.stringify(record)]));
  return receipts.flatMap(({ id, stored }) => (stored === 'disk' ? [[id, bodies.get(id) ?? '']] : []));
}

void navigator.serviceWorker?.register(`/worker.js?endpoint=${encodeURIComponent(endpoint)}`);
globalThis.background = { clients, ready: navigator.serviceWorker?.ready, submit };
