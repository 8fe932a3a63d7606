import type { UseStore } from 'idb-keyval';

const STORE = 'rows';
/** After a `deleteDatabase` elsewhere an open may hang for ever. */
const LIMIT_MS = 2000;

/**
 * A store function for idb-keyval. Its own `createStore` keeps a failed open for the life of the page and blocks the
 * deletion of the database in other tabs; this one forgets both.
 */
export function openStorage(name: string): UseStore {
  let opening: Promise<IDBDatabase> | undefined;
  const forget = (): void => {
    opening = undefined;
  };
  const open = (): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const db = request.result;
        db.onclose = forget;
        db.onversionchange = () => {
          db.close();
          forget();
        };
        resolve(db);
      };
    });
  return async (mode, callback) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(reject, LIMIT_MS);
    });
    const work = async () =>
      callback(
        (await (opening ??= open())).transaction(STORE, mode, { durability: 'strict' }).objectStore(STORE),
      );
    try {
      return await Promise.race([work(), limit]);
    } catch (error) {
      forget();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
}
