import { promisifyRequest, type UseStore } from 'idb-keyval';

const STORE = 'rows';
/** After a `deleteDatabase` elsewhere an open may hang for ever. */
const LIMIT_MS = 2000;

/**
 * A store function for idb-keyval. Its own `createStore` keeps a failed open for the life of the page and blocks the
 * deletion of the database in other tabs; this one forgets both.
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
  return (mode, callback) => {
    const work = (opening ??= open()).then((db) =>
      callback(db.transaction(STORE, mode, { durability: 'strict' }).objectStore(STORE)),
    );
    const late = new Promise<never>((_, reject) => setTimeout(reject, LIMIT_MS));
    return Promise.race([work, late]).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
  };
}
