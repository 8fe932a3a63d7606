/** The page only posts. Its service worker queues and retries. */
import { ENDPOINT, type Adapter } from './adapter.ts';
import { listItems, multiplyEntry } from './database.ts';

const store = { database: 'workbox-background-sync', name: 'requests' };

export const adapter: Adapter = {
  async start() {
    const { serviceWorker } = navigator;
    const controlled = new Promise((resolve) => {
      serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
    await serviceWorker.register('/workbox.worker.js');
    if (!serviceWorker.controller) await controlled;
  },
  async submit(text) {
    const body = JSON.stringify({ id: crypto.randomUUID(), text });
    const headers = { 'content-type': 'application/json' };
    void fetch(ENDPOINT, { method: 'POST', headers, body }).catch(() => {});
    return false;
  },
  listWaiting: () => listItems(store),
  multiply: (count) => multiplyEntry(store, count),
};
