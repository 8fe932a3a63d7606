/** The queue of a project as it lies on the device, read and written past the client. */
import type { Page } from 'puppeteer-core';

/** Key and value. The page must lie on the site whose queue it is. */
export type StoredRow = [key: string, value: unknown];

/** Nothing when there is no such queue. Without the pause that an endpoint has asked for, whose key is empty. */
export async function readRows(page: Page, project = 'default'): Promise<StoredRow[]> {
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

/** Makes the queue when there is none, as the first version of the client did. */
export async function writeRows(page: Page, rows: readonly StoredRow[], project = 'default'): Promise<void> {
  await page.evaluate(
    async (name, rows) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onupgradeneeded = () => request.result.createObjectStore('rows');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error as DOMException);
      });
      const store = db.transaction('rows', 'readwrite').objectStore('rows');
      for (const [key, value] of rows) store.put(value, key);
      await new Promise((resolve) => (store.transaction.oncomplete = resolve));
      db.close();
    },
    `heed:${project}`,
    rows,
  );
}
