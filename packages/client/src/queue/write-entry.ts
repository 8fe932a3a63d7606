import { promisifyRequest } from 'idb-keyval';
import type { QueueEntry } from './queue-entry.ts';

/**
 * Writes one entry, or deletes it, in the transaction of the store. Needs nothing else of the client. Resolves with true
 * once the transaction is complete; rejects when it is aborted.
 */
export async function writeEntry(
  store: IDBObjectStore,
  id: string,
  entry?: Partial<QueueEntry>,
): Promise<true> {
  if (entry) store.put(entry, id);
  else store.delete(id);
  store.transaction.commit();
  await promisifyRequest(store.transaction);
  return true;
}
