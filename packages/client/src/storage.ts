import { promisifyRequest, type UseStore } from 'idb-keyval';

const STORE = 'rows';
/** After a `deleteDatabase` elsewhere an open may hang for ever. */
const LIMIT_MS = 2000;

/**
 * A store function for idb-keyval. Its own `createStore` keeps a failed open for the life of the page and blocks the
 * deletion of the database in other tabs; this one forgets both. What takes longer than the limit has not happened,
 * and does not happen later.
 */
export function openStorage(name: string): UseStore {
  let opening: Promise<IDBDatabase> | undefined;
  const open = async (): Promise<IDBDatabase> => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    const db = await promisifyRequest(request);
    db.onclose = db.onversionchange = () => {
      db.close();
      opening = undefined;
    };
    return db;
  };
  return async (mode, callback) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let transaction: IDBTransaction | undefined;
    let isLate = false;
    const work = (opening ??= open()).then((db) => {
      if (isLate) throw isLate;
      transaction = db.transaction(STORE, mode, { durability: 'strict' });
      return callback(transaction.objectStore(STORE));
    });
    const late = new Promise((resolve) => (timer = setTimeout(resolve, LIMIT_MS))).then(() => {
      isLate = true;
      transaction?.abort();
      throw isLate;
    });
    try {
      return await Promise.race([work, late as Promise<never>]);
    } catch (error) {
      opening = undefined;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
}
