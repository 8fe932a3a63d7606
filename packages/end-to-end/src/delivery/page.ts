/** The page of the delivery tests: a client whose endpoint stands in the address, at the test's call. */
import { createClient, type Client } from '@heed/client';
import { createRecord, type ResponseRecord } from '@heed/core';

export interface DeliveryPage {
  client: Client;
  makeRecord(text: string): ResponseRecord;
  /** Submits so many records. @returns the ids of those that are on the device */
  submit(count: number): Promise<string[]>;
  /** Was this page taken from the back/forward cache? */
  wasCached: boolean;
}

declare global {
  var delivery: DeliveryPage;
}

const endpoint = new URLSearchParams(location.search).get('endpoint') ?? '/nowhere';
const client = createClient({ endpoint });

function makeRecord(text: string): ResponseRecord {
  const random = crypto.getRandomValues(new Uint8Array(10));
  return createRecord(
    { survey: 'checkout', answers: [{ name: 'why', kind: 'text', value: text }] },
    Date.now(),
    random,
  );
}

async function submit(count: number): Promise<string[]> {
  const texts = Array.from({ length: count }, (_, index) => `answer ${index}`);
  const receipts = await Promise.all(texts.map((text) => client.submit(makeRecord(text))));
  return receipts.flatMap(({ id, stored }) => (stored === 'disk' ? id : []));
}

globalThis.delivery = { client, makeRecord, submit, wasCached: false };
addEventListener('pageshow', ({ persisted }) => {
  globalThis.delivery.wasCached = persisted;
});
