import { promisifyRequest, type UseStore } from 'idb-keyval';
import { STORAGE_LIMIT_MS } from './limits.ts';

const STORE = 'rows';

/**
 * Returns a store function for idb-keyval. Its own `createStore` caches a failed open for the life of the page and blocks
 * the deletion of the database in other tabs; this function does neither.
 *
 * An operation that exceeds the limit, or is unfinished when the page is suspended, is aborted and never completes later.
 * Otherwise WebKit suspends the page in the middle of a transaction, which locks all other tabs out of the database.
 *
 * @param signal stops listening to the page
 */
export function openStorage(name: string, signal: AbortSignal): UseStore {
  /** Each aborts one operation. */
  const running = new Set<(isPageLeft: true) => void>();
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
  const abortAll = (): void => running.forEach((abort) => abort(true));
  globalThis.addEventListener?.('pagehide', abortAll, { capture: true, signal });

  return (mode, callback) =>
    new Promise((resolve, reject) => {
      let transaction: IDBTransaction | undefined;
      let isAborted = false;
      const abort = (isPageLeft?: true): void => {
        isAborted = true;
        // A page that is being left has no time to open the database again.
        if (!isPageLeft) opening = undefined;
        reject();
        try {
          transaction?.abort();
        } catch {
          // The transaction is over.
        }
      };
      const timer = setTimeout(abort, STORAGE_LIMIT_MS);
      running.add(abort);
      (opening ??= open())
        .then((db) => {
          if (isAborted) throw isAborted;
          transaction = db.transaction(STORE, mode, { durability: 'strict' });
          return callback(transaction.objectStore(STORE));
        })
        .then(resolve, (error: unknown) => {
          opening = undefined;
          reject(error);
        })
        .finally(() => {
          clearTimeout(timer);
          running.delete(abort);
        });
    });
}
