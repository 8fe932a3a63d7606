import { ITEM } from '../adapters/adapter.ts';
import type { ClientUnderTest } from '../clients.ts';
import type { Arrival, Log } from '../site/receiver.ts';

/** The submitted items, compared with the items at the receiver and on the device. */
export interface Losses {
  submitted: number;
  /** Neither at the receiver nor on the device. */
  lost: number;
  /** Not at the receiver yet, but on the device. */
  waiting: number;
  /** Stored more than once by a receiver that stores every request. */
  duplicated: number;
  /** Stored more than once by a receiver that stores by the key. */
  duplicatedByKey: number;
  /** All requests to the origin of the receiver, including failed ones. */
  requests: number;
}

/**
 * Counts lost and duplicated items.
 *
 * @param submitted The number of items, numbered from 0.
 * @param onDevice The items that are still on the device.
 */
export function countLosses(
  { client, receiver }: { client: ClientUnderTest; receiver: Log },
  submitted: number,
  onDevice: ReadonlySet<string>,
): Losses {
  const { arrivals, copies, requests } = receiver;
  const missing = submitted - copies.size;
  const waiting = [...onDevice].filter((item) => !copies.has(item)).length;
  const stored = arrivals.flatMap(toEntries(client));
  return {
    submitted,
    lost: missing - waiting,
    waiting,
    duplicated: [...copies.values()].filter((count) => count > 1).length,
    duplicatedByKey: new Set(stored).size - copies.size,
    requests,
  };
}

/** Returns the entries that a receiver that stores by the key creates for a request. */
function toEntries({ readKey }: ClientUnderTest): (arrival: Arrival) => string[] {
  return (arrival) => (arrival.body.match(ITEM) ?? []).map((item) => `${item} ${readKey(arrival)}`);
}
