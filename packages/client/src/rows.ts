import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { Row } from './row.ts';

/** One that is damaged may be anything. */
type Change = (old: Row | undefined, store: IDBObjectStore) => Row | undefined | Promise<Row | undefined>;

/** Replaces a row, or removes it when nothing is to take its place. */
export function changeRow(storage: UseStore, id: string, change: Change): Promise<void> {
  return storage('readwrite', async (store) => {
    const row = await change(await promisifyRequest(store.get(id)), store);
    if (row) store.put(row, id);
    else store.delete(id);
    await promisifyRequest(store.transaction);
  });
}

export function clearRows(storage: UseStore): Promise<void> {
  return storage('readwrite', (store) => {
    store.clear();
    return promisifyRequest(store.transaction);
  });
}

/** Everything that lies there, by age, readable or not; one at a time, so that ten thousand do not block the page. */
export async function* readRows(storage: UseStore): AsyncGenerator<[string, unknown]> {
  let last = '';
  const readNext = async (store: IDBObjectStore): Promise<[string, unknown] | undefined> => {
    const cursor = await promisifyRequest(store.openKeyCursor(IDBKeyRange.lowerBound(last, true)));
    if (!cursor) return undefined;
    last = cursor.key as string;
    // Chromium may fail to read a large value; the row is damaged then.
    return [String(last), await promisifyRequest(store.get(last)).catch(() => {})];
  };
  for (let entry; (entry = await storage('readonly', readNext).catch(() => {}));) yield entry;
}
