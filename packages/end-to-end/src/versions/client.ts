/** What each build gives to the page. */
import { createClient, type Client, type ClientEvent, type ClientOptions } from '@heed/client';
import { createRecord, idempotencyKeyOf } from '@heed/core';

export interface ListeningClient extends Client {
  /** All events so far. */
  events: ClientEvent[];
}

export function start(options: ClientOptions): ListeningClient {
  const events: ClientEvent[] = [];
  return Object.assign(createClient({ ...options, onEvent: (event) => void events.push(event) }), { events });
}

/** Submits so many records. @returns their keys and what is to be posted, as far as they are on the device */
export async function submit(
  client: Client,
  count: number,
  partial?: boolean,
): Promise<[id: string, body: string][]> {
  const records = Array.from({ length: count }, (_, index) =>
    createRecord(
      { survey: 'checkout', answers: [{ name: 'why', kind: 'text', value: `answer ${index} 😀` }], partial },
      Date.now(),
      crypto.getRandomValues(new Uint8Array(10)),
    ),
  );
  const receipts = await Promise.all(records.map((record) => client.submit(record)));
  return records.flatMap((record, index) =>
    receipts[index]?.stored === 'disk' ? [[idempotencyKeyOf(record), JSON.stringify(record)]] : [],
  );
}
