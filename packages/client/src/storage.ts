import { promisifyRequest, type UseStore } from 'idb-keyval';

const STORE = 'rows';
/** After a `deleteDatabase` elsewhere an open may hang for ever. */
const LIMIT_MS = 2000;

/**
 * A store function for idb-keyval. Its own `createStore` keeps a failed open for the life of the page and blocks the
 * deletion of the database in other tabs; this one forgets both. What takes longer than the limit, or is not done when
 * the page is put away, has not happened and does not happen later: WebKit would put the page away in mid-transaction,
 * and let no other tab at the database.
 *
 * @param signal the end of its use
 */
export function openStorage(name: string, signal: AbortSignal): UseStore {
  /** Each gives up one piece of work. */
  const running = new Set<(isLeft: true) => void>();
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
  const giveUpAll = (): void => running.forEach((giveUp) => giveUp(true));
  globalThis.addEventListener?.('pagehide', giveUpAll, { capture: true, signal });

  return (mode, callback) =>
    new Promise((resolve, reject) => {
      let transaction: IDBTransaction | undefined;
      let isGivenUp = false;
      const giveUp = (isLeft?: true): void => {
        isGivenUp = true;
        // A page that is being left has no time to open another one.
        if (!isLeft) opening = undefined;
        reject();
        try {
          transaction?.abort();
        } catch {
          // It has come to its end already.
        }
      };
      const timer = setTimeout(giveUp, LIMIT_MS);
      running.add(giveUp);
      (opening ??= open())
        .then((db) => {
          if (isGivenUp) throw isGivenUp;
          transaction = db.transaction(STORE, mode, { durability: 'strict' });
          return callback(transaction.objectStore(STORE));
        })
        .then(resolve, (error: unknown) => {
          opening = undefined;
          reject(error);
        })
        .finally(() => {
          clearTimeout(timer);
          running.delete(giveUp);
        });
    });
}
