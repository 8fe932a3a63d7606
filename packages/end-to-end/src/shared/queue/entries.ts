/** Reads and writes the queue of a project on the device without the client. */
import type { Page } from 'puppeteer-core';

/** Key and value. */
export type StoredEntry = [key: string, value: unknown];

/**
 * Returns the entries of a queue, or an empty array without a queue. The page must be on the queue's origin.
 *
 * Omits the entry with an empty key, which is a pause that the endpoint asked for.
 */
export async function readEntries(page: Page, project = 'default'): Promise<StoredEntry[]> {
  const entries = await page.evaluate(async (name) => {
    if (!(await indexedDB.databases()).some((database) => database.name === name)) return [];
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error as DOMException);
    });
    const store = db.transaction('rows').objectStore('rows');
    const keys = store.getAllKeys() as IDBRequest<string[]>;
    const values = store.getAll() as IDBRequest<unknown[]>;
    await new Promise((resolve) => (store.transaction.oncomplete = resolve));
    db.close();
    return keys.result.map((key, index): [string, unknown] => [key, values.result[index]]);
  }, `heed:${project}`);
  return entries.filter(([key]) => key);
}

/** Writes entries. Creates a missing queue with the schema of the first client version. */
export async function writeEntries(
  page: Page,
  entries: readonly StoredEntry[],
  project = 'default',
): Promise<void> {
  await page.evaluate(
    async (name, entries) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onupgradeneeded = () => request.result.createObjectStore('rows');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error as DOMException);
      });
      const store = db.transaction('rows', 'readwrite').objectStore('rows');
      for (const [key, value] of entries) store.put(value, key);
      await new Promise((resolve) => (store.transaction.oncomplete = resolve));
      db.close();
    },
    `heed:${project}`,
    entries,
  );
}
