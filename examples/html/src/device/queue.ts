/** Watches the queue of this device, and the deliveries since the page was opened. */
import type { Client, ClientEvent, Item } from '@heed/client';
import { referenceOf, type ResponseRecord } from '@heed/core';

export interface QueueEntry extends Omit<Item, 'state'> {
  state: Item['state'] | 'delivered';
  /** The reference number that the user has seen. */
  reference: string;
  /** The name of the survey. `undefined` if the entry cannot be read. */
  survey?: string | undefined;
}

/** Maximum number of deliveries that are shown. */
const MAX_DELIVERED = 3;

/**
 * Calls back with the entries now and after each change, oldest first.
 *
 * @param changes Fires `change` with a `ClientEvent` as its `detail`.
 */
export function watchQueue(
  client: Client,
  changes: EventTarget,
  onEntries: (entries: QueueEntry[]) => void,
): void {
  let waiting: QueueEntry[] = [];
  let delivered: QueueEntry[] = [];
  const refresh = async (): Promise<void> => {
    const items = await client.export();
    const gone = new Set(delivered.map(({ id }) => id));
    waiting = items.map(toEntry).filter(({ id }) => !gone.has(id));
    onEntries([...delivered, ...waiting].toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  };
  const handleEvent = (event: ClientEvent): void => {
    const entry = waiting.find(({ id }) => id === event.id);
    if (event.state === 'sent') {
      const sent: QueueEntry = entry ?? {
        id: event.id,
        stored: 'disk',
        state: 'delivered',
        reference: toReference(event.id),
      };
      // A completed response replaces its partial response.
      const others = delivered.filter(({ reference }) => reference !== sent.reference);
      delivered = [...others, { ...sent, state: 'delivered' as const, at: Date.now() }].slice(-MAX_DELIVERED);
    }
    void refresh();
  };
  changes.addEventListener('change', (event) => handleEvent((event as CustomEvent<ClientEvent>).detail));
  void refresh();
}

function toEntry({ body, ...item }: Item & { body?: string }): QueueEntry {
  return { ...item, reference: toReference(item.id), survey: readSurvey(body) };
}

function readSurvey(body: string | undefined): string | undefined {
  return body === undefined ? undefined : (JSON.parse(body) as ResponseRecord).survey;
}

/** Returns the reference number of a key. The key of a partial response ends with its time. */
function toReference(key: string): string {
  return referenceOf(key.replace(/\..*/, ''));
}
