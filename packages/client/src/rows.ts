import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { Row } from './row.ts';

/** So many keys are read at once: enough to be quick, too few to block the page. */
const PAGE = 50;

/**
 * Adds the row, once.
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
    const [old, count] = await Promise.all([
      promisifyRequest<Row | undefined>(store.get(id)),
      promisifyRequest(store.count()),
    ]);
    if (old && old.body !== row.body) return 'taken';
    // Submitted again, a refused record gets another chance.
    if (old?.state === 'parked') store.put(row, id);
    if (old) return 'stored';
    if (count >= max) return 'full';
    store.add(row, id);
    await promisifyRequest(store.transaction);
    return 'stored';
  });
}

/** @returns the ids that follow `after`, in order; none when there is no more, or no storage */
export function nextIds(storage: UseStore, after: string): Promise<string[]> {
  return storage('readonly', (store) =>
    promisifyRequest(store.getAllKeys(IDBKeyRange.lowerBound(after, true), PAGE) as IDBRequest<string[]>),
  ).catch(() => []);
}

/** Changes a row that is still there; one that another tab has removed meanwhile stays removed. */
export function changeRow(storage: UseStore, id: string, changes: Partial<Row>): Promise<void> {
  return storage('readwrite', async (store) => {
    const row = await promisifyRequest<Row | undefined>(store.get(id));
    if (!row) return;
    store.put({ ...row, ...changes }, id);
    await promisifyRequest(store.transaction);
  });
}
