/** The obvious implementation: store, post, delete when the reply is ok. Retries all items on load and when online. */
import { del, get, keys, set } from 'idb-keyval';
import { ENDPOINT, type Adapter } from './adapter.ts';
import { listItems, multiplyEntry } from './database.ts';

const store = { database: 'keyval-store', name: 'keyval' };

export const adapter: Adapter = {
  async start() {
    const sendAll = () => void trySendAll().catch(() => {});
    addEventListener('online', sendAll);
    sendAll();
  },
  async submit(text) {
    const id = crypto.randomUUID();
    await set(id, { id, text });
    void send(id).catch(() => {});
    return true;
  },
  listWaiting: () => listItems(store),
  multiply: (count) => multiplyEntry(store, count),
};

async function trySendAll(): Promise<void> {
  for (const id of await keys()) await send(id);
}

async function send(id: IDBValidKey): Promise<void> {
  const item: unknown = await get(id);
  if (item === undefined) return;
  const reply = await fetch(ENDPOINT, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(item),
  });
  if (reply.ok) await del(id);
}
