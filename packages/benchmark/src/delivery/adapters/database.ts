/** Reads and fills the database of a client. */
import { ITEM } from './adapter.ts';

export interface StoreName {
  database: string;
  name: string;
}

/** Returns the names of the items in a database. Returns an empty list if the database does not exist. */
export async function listItems(store: StoreName): Promise<string[]> {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === store.database)) return [];
  const rows = await withStore(store, 'readonly', (rows) => toPromise<unknown[]>(rows.getAll()));
  const items: string[] = [];
  const collect = (text: string): string => {
    items.push(...(text.match(ITEM) ?? []));
    return text;
  };
  for (const row of rows) mapStrings(row, collect);
  return items;
}

/**
 * Copies the first entry, which the client has written, because submitting thousands of items would take minutes. Each copy
 * has a different key, also inside the entry, and a different {@link ITEM}.
 */
export function multiplyEntry(store: StoreName, count: number): Promise<void> {
  return withStore(store, 'readwrite', async (rows) => {
    const [key, row] = await Promise.all([
      toPromise(rows.getAllKeys(null, 1)),
      toPromise(rows.getAll(null, 1)),
    ]);
    for (let index = 1; index < count; index++) rows.put(...createCopy(rows, key[0] ?? 0, row[0], index));
  });
}

type Put = Parameters<IDBObjectStore['put']>;

function createCopy({ keyPath }: IDBObjectStore, key: IDBValidKey, row: unknown, index: number): Put {
  const digits = String(index).padStart(6, '0');
  const rename = (text: string): string => {
    const named = text.replaceAll(ITEM, `item-${digits}`);
    return typeof key === 'string' ? named.replaceAll(key, key.slice(0, -6) + digits) : named;
  };
  const copy = mapStrings(row, rename);
  if (typeof keyPath !== 'string') return [copy, typeof key === 'string' ? rename(key) : Number(key) + index];
  delete (copy as Record<string, unknown>)[keyPath];
  return [copy];
}

/** Returns a copy with every string replaced, including strings in bytes. */
function mapStrings(value: unknown, rename: (text: string) => string): unknown {
  if (typeof value === 'string') return rename(value);
  if (value instanceof ArrayBuffer) return mapBytes(new Uint8Array(value), rename).buffer;
  if (value instanceof Uint8Array) return mapBytes(value, rename);
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).map(([name, member]) => [name, mapStrings(member, rename)]);
  return Object.fromEntries(members);
}

function mapBytes(bytes: Uint8Array, rename: (text: string) => string): Uint8Array {
  return new TextEncoder().encode(rename(new TextDecoder().decode(bytes)));
}

async function withStore<Result>(
  { database, name }: StoreName,
  mode: IDBTransactionMode,
  work: (rows: IDBObjectStore) => Promise<Result>,
): Promise<Result> {
  const opened = await toPromise(indexedDB.open(database));
  try {
    const transaction = opened.transaction(name, mode);
    const done = new Promise((resolve, reject) => {
      transaction.addEventListener('complete', resolve);
      transaction.addEventListener('abort', () => reject(transaction.error));
    });
    const [result] = await Promise.all([work(transaction.objectStore(name)), done]);
    return result;
  } finally {
    opened.close();
  }
}

function toPromise<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}
