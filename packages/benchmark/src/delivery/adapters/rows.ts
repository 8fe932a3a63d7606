/** Looks into and fills a client's own database from outside. */
import { ITEM } from './adapter.ts';

export interface StoreName {
  database: string;
  name: string;
}

/** Names the items that the rows hold; none when there is no such database yet. */
export async function listItems(store: StoreName): Promise<string[]> {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === store.database)) return [];
  const rows = await withStore(store, 'readonly', (rows) => resultOf<unknown[]>(rows.getAll()));
  const items: string[] = [];
  const collect = (text: string): string => {
    items.push(...(text.match(ITEM) ?? []));
    return text;
  };
  for (const row of rows) mapTexts(row, collect);
  return items;
}

/**
 * Copies the first row, as the client itself wrote it, until there are so many: thousands of items handed over one by
 * one would take minutes. Copies differ in their key, also where the key stands inside the row, and in {@link ITEM}.
 */
export function multiplyRow(store: StoreName, count: number): Promise<void> {
  return withStore(store, 'readwrite', async (rows) => {
    const [key, row] = await Promise.all([
      resultOf(rows.getAllKeys(null, 1)),
      resultOf(rows.getAll(null, 1)),
    ]);
    for (let index = 1; index < count; index++) rows.put(...copyOf(rows, key[0] ?? 0, row[0], index));
  });
}

type Put = Parameters<IDBObjectStore['put']>;

function copyOf({ keyPath }: IDBObjectStore, key: IDBValidKey, row: unknown, index: number): Put {
  const digits = String(index).padStart(6, '0');
  const rename = (text: string): string => {
    const named = text.replaceAll(ITEM, `item-${digits}`);
    return typeof key === 'string' ? named.replaceAll(key, key.slice(0, -6) + digits) : named;
  };
  const copy = mapTexts(row, rename);
  if (typeof keyPath !== 'string') return [copy, typeof key === 'string' ? rename(key) : Number(key) + index];
  delete (copy as Record<string, unknown>)[keyPath];
  return [copy];
}

/** A copy in which every text, also one in bytes, is another one. */
function mapTexts(value: unknown, rename: (text: string) => string): unknown {
  if (typeof value === 'string') return rename(value);
  if (value instanceof ArrayBuffer) return mapBytes(new Uint8Array(value), rename).buffer;
  if (value instanceof Uint8Array) return mapBytes(value, rename);
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).map(([name, member]) => [name, mapTexts(member, rename)]);
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
  const opened = await resultOf(indexedDB.open(database));
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

function resultOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}
