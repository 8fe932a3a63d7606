/** What many write first: keep it, post it, remove it when the reply is ok; on load and when online, try all again. */
import { del, get, keys, set } from 'idb-keyval';
import { ENDPOINT, type Adapter } from './adapter.ts';
import { listItems, multiplyRow } from './rows.ts';

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
  waiting: () => listItems(store),
  multiply: (count) => multiplyRow(store, count),
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
