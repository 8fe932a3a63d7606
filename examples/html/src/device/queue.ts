/** What waits on this device, kept current, and what was delivered while this page is open. */
import type { Client, ClientEvent, Item } from '@heed/client';
import { referenceOf, type ResponseRecord } from '@heed/core';

export interface QueueRow extends Omit<Item, 'state'> {
  state: Item['state'] | 'delivered';
  /** The number that the visitor was shown. */
  reference: string;
  /** The team's name for what was asked; absent where the row cannot be read. */
  survey?: string | undefined;
}

/** So many deliveries stay in sight. */
const MAX_DELIVERED = 3;

/**
 * Calls back at first and whenever something changes, with the oldest row first.
 *
 * @param changes tells of them: a `ClientEvent` in the `detail` of each `change`
 */
export function watchQueue(client: Client, changes: EventTarget, onRows: (rows: QueueRow[]) => void): void {
  let waiting: QueueRow[] = [];
  let delivered: QueueRow[] = [];
  const refresh = async (): Promise<void> => {
    const items = await client.export();
    const gone = new Set(delivered.map(({ id }) => id));
    waiting = items.map(toRow).filter(({ id }) => !gone.has(id));
    onRows([...delivered, ...waiting].toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  };
  const hear = (event: ClientEvent): void => {
    const row = waiting.find(({ id }) => id === event.id);
    if (event.state === 'sent') {
      const sent: QueueRow = row ?? {
        id: event.id,
        stored: 'disk',
        state: 'delivered',
        reference: toReference(event.id),
      };
      // What a visitor has completed takes the place of what was sent half-way.
      const others = delivered.filter(({ reference }) => reference !== sent.reference);
      delivered = [...others, { ...sent, state: 'delivered' as const, at: Date.now() }].slice(-MAX_DELIVERED);
    }
    void refresh();
  };
  changes.addEventListener('change', (event) => hear((event as CustomEvent<ClientEvent>).detail));
  void refresh();
}

function toRow({ body, ...item }: Item & { body?: string }): QueueRow {
  return { ...item, reference: toReference(item.id), survey: surveyOf(body) };
}

function surveyOf(body: string | undefined): string | undefined {
  return body === undefined ? undefined : (JSON.parse(body) as ResponseRecord).survey;
}

/** A version of an answer that is not finished has its time behind the id. */
function toReference(key: string): string {
  return referenceOf(key.replace(/\..*/, ''));
}
