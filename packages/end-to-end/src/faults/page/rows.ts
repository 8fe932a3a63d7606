/** The rows on the device, as the oracle reads them: with nothing of the client's. */
import { workingIndexedDB } from './device.ts';
import type { DeviceRow } from './types.ts';

const STORE = 'rows';
const LIMIT_MS = 3000;

export async function writeRows(queue: string, rows: [id: string, row: unknown][]): Promise<void> {
  const database = await open(queue, (database) => database.createObjectStore(STORE));
  if (!database) return;
  const { transaction } = database.transaction(STORE, 'readwrite').objectStore(STORE);
  for (const [id, row] of rows) transaction.objectStore(STORE).put(row, id);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = reject;
  });
  database.close();
}

/** @throws Error when the device does not answer, because a page holds it up */
export function readRows(queue: string): Promise<DeviceRow[]> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('the device does not answer')), LIMIT_MS);
  });
  return Promise.race([late, readAll(queue)]);
}

async function readAll(queue: string): Promise<DeviceRow[]> {
  // To open a database that is not there would make it, and be in the way of the client.
  const databases = (await workingIndexedDB?.databases()) ?? [];
  if (!databases.some(({ name }) => name === queue)) return [];
  const database = await open(queue, (_, upgrade) => upgrade.abort());
  if (!database) return [];
  const store = database.transaction(STORE).objectStore(STORE);
  const keys = store.getAllKeys();
  const rows = store.getAll() as IDBRequest<({ state?: string } | null)[]>;
  await new Promise((resolve, reject) => {
    store.transaction.oncomplete = resolve;
    store.transaction.onabort = reject;
  });
  database.close();
  return keys.result.map((key, index) => ({ id: String(key), state: rows.result[index]?.state ?? null }));
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

/** Firefox does not always say that a deletion is blocked: then it is tried again. */
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

/** @returns undefined where there is none */
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
