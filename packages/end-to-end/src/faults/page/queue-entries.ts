/** Reads and writes the queue entries on the device without using any code of the client. */
import { workingIndexedDB } from './platform-faults.ts';
import type { StoredEntry } from './page-api.ts';

const STORE = 'rows';
const LIMIT_MS = 3000;

export async function writeEntries(queue: string, entries: [id: string, entry: unknown][]): Promise<void> {
  const database = await open(queue, (database) => database.createObjectStore(STORE));
  if (!database) return;
  const { transaction } = database.transaction(STORE, 'readwrite').objectStore(STORE);
  for (const [id, entry] of entries) transaction.objectStore(STORE).put(entry, id);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = reject;
  });
  database.close();
}

/** Throws if the database does not respond because another page blocks it. */
export function readEntries(queue: string): Promise<StoredEntry[]> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('the database does not respond')), LIMIT_MS);
  });
  return Promise.race([late, readAll(queue)]);
}

async function readAll(queue: string): Promise<StoredEntry[]> {
  // Opening a database that does not exist would create it and interfere with the client.
  const databases = (await workingIndexedDB?.databases()) ?? [];
  if (!databases.some(({ name }) => name === queue)) return [];
  const database = await open(queue, (_, upgrade) => upgrade.abort());
  if (!database) return [];
  const store = database.transaction(STORE).objectStore(STORE);
  const keys = store.getAllKeys();
  const entries = store.getAll() as IDBRequest<({ state?: string } | null)[]>;
  await new Promise((resolve, reject) => {
    store.transaction.oncomplete = resolve;
    store.transaction.onabort = reject;
  });
  database.close();
  return keys.result.map((key, index) => ({ id: String(key), state: entries.result[index]?.state ?? null }));
}

export function deleteDatabase(queue: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = workingIndexedDB?.deleteDatabase(queue);
    if (!request) return resolve();
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new Error(`deleteDatabase: ${String(request.error)}`));
  });
}

let blocker: IDBDatabase | undefined;

/** Retries, because Firefox does not always report that a deletion is blocked. */
export async function blockDatabase(queue: string): Promise<void> {
  do {
    unblockDatabase();
    blocker = await open(queue, (database) => database.createObjectStore(STORE));
  } while (!(await isDeletionBlocked(queue)));
}

function isDeletionBlocked(queue: string): Promise<boolean> {
  return new Promise((resolve) => {
    const deletion = workingIndexedDB?.deleteDatabase(queue);
    if (!deletion) return resolve(true);
    deletion.onblocked = () => resolve(true);
    deletion.onsuccess = deletion.onerror = () => resolve(false);
    setTimeout(() => resolve(false), LIMIT_MS);
  });
}

export function unblockDatabase(): void {
  blocker?.close();
}

/** Returns `undefined` if IndexedDB is missing or the open request fails. */
function open(
  queue: string,
  upgrade: (database: IDBDatabase, transaction: IDBTransaction) => void,
): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    const request = workingIndexedDB?.open(queue);
    if (!request) return resolve(undefined);
    request.onupgradeneeded = () => upgrade(request.result, request.transaction as IDBTransaction);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(undefined);
  });
}
