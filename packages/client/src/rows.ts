import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { Row } from './row.ts';

/**
 * Adds the row. The same bytes under the same id are one row, which starts anew; others never replace it.
 *
 * @returns `stored`; `taken` when its id waits with other bytes; `full` when `max` rows wait
 */
export function addRow(
  storage: UseStore,
  id: string,
  row: Row,
  max: number,
): Promise<'stored' | 'taken' | 'full'> {
  return storage('readwrite', async (store) => {
    const old = await promisifyRequest<Row | undefined>(store.get(id));
    if (old && old.body !== row.body) return 'taken';
    if (!old && (await promisifyRequest(store.count())) >= max) return 'full';
    store.put(row, id);
    await promisifyRequest(store.transaction);
    return 'stored';
  });
}

/** Replaces a row, or removes it; one that another tab has removed meanwhile stays removed. */
export function changeRow(
  storage: UseStore,
  id: string,
  change: (row: Row) => Row | undefined,
): Promise<void> {
  return storage('readwrite', async (store) => {
    const row = await promisifyRequest<Row | undefined>(store.get(id));
    const changed = row && change(row);
    if (changed) store.put(changed, id);
    else store.delete(id);
    await promisifyRequest(store.transaction);
  });
}

/** @returns the first entry behind an id; its value is undefined when it cannot be read. Absent after the last one */
export function nextEntry(storage: UseStore, after: string): Promise<[string, unknown] | undefined> {
  return storage('readonly', async (store) => {
    const cursor = await promisifyRequest(store.openKeyCursor(IDBKeyRange.lowerBound(after, true)));
    return cursor
      ? [cursor.key as string, await promisifyRequest(store.get(cursor.key)).catch(() => {})]
      : undefined;
  });
}

/** @returns everything that lies there, readable or not */
export async function allEntries(storage: UseStore): Promise<[IDBValidKey, unknown][]> {
  const [ids, rows] = await storage('readonly', (store) =>
    Promise.all([promisifyRequest(store.getAllKeys()), promisifyRequest<unknown[]>(store.getAll())]),
  );
  return ids.map((id, index) => [id, rows[index]]);
}

export function clearRows(storage: UseStore): Promise<void> {
  return storage('readwrite', (store) => {
    store.clear();
    return promisifyRequest(store.transaction);
  });
}
