import { createClient, type Client } from '@heed/client';
import { createRecord } from '@heed/core';
import { ENDPOINT, type Adapter } from './adapter.ts';
import { listItems, multiplyEntry } from './database.ts';

const store = { database: 'heed:default', name: 'rows' };
let client: Client;

export const adapter: Adapter = {
  async start() {
    client = createClient({ endpoint: ENDPOINT });
  },
  async submit(text) {
    const record = createRecord(
      { survey: 'checkout', answers: [{ name: 'why', kind: 'text', value: text }] },
      Date.now(),
      crypto.getRandomValues(new Uint8Array(10)),
    );
    const { stored } = await client.submit(record);
    return stored === 'disk';
  },
  listWaiting: () => listItems(store),
  multiply: (count) => multiplyEntry(store, count),
};
