import { ITEM } from '../adapters/adapter.ts';
import type { ClientUnderTest } from '../clients.ts';
import type { Arrival, Log } from '../site/receiver.ts';

/** What was submitted compared, as sets, with what the receiver has and what still lies on the device. */
export interface Verdict {
  submitted: number;
  /** Neither at the receiver nor on the device. */
  lost: number;
  /** Not at the receiver yet, but on the device. */
  waiting: number;
  /** Held more than once by a receiver that stores whatever arrives. */
  doubled: number;
  /** Held more than once by a receiver that stores by the key. */
  doubledByKey: number;
  /** All requests to the receiver's origin, whatever became of them. */
  requests: number;
}

/** @param submitted how many items, numbered from 0 @param onDevice the items that are still there */
export function judge(
  { client, receiver }: { client: ClientUnderTest; receiver: Log },
  submitted: number,
  onDevice: ReadonlySet<string>,
): Verdict {
  const { arrivals, copies, requests } = receiver;
  const missing = submitted - copies.size;
  const waiting = [...onDevice].filter((item) => !copies.has(item)).length;
  const stored = arrivals.flatMap(toRows(client));
  return {
    submitted,
    lost: missing - waiting,
    waiting,
    doubled: [...copies.values()].filter((count) => count > 1).length,
    doubledByKey: new Set(stored).size - copies.size,
    requests,
  };
}

/** What a receiver that stores by the key makes of an arrival: usually one row, none of what holds no item. */
function toRows({ readKey }: ClientUnderTest): (arrival: Arrival) => string[] {
  return (arrival) => (arrival.body.match(ITEM) ?? []).map((item) => `${item} ${readKey(arrival)}`);
}
