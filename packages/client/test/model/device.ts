import { forceCloseDatabase, IDBFactory, type IDBDatabase as FakeDatabase } from 'fake-indexeddb';
import type { Tab } from './tab.ts';
import type { Time } from './time.ts';

/**
 * A failure of the storage.
 *
 * - `open`: databases cannot be opened, and open connections are lost.
 * - `hang`: like `open`, but requests get no response until the fault is over.
 * - `write`: `add` and `put` fail. Their requests succeed, then the transaction is aborted, as when the quota is
 *   exceeded.
 * - `delete`: `delete` and `clear` fail in the same way.
 */
export type Fault = 'none' | 'open' | 'hang' | 'write' | 'delete';

/** Simulates the storage of the device, which outlives the tabs. */
export class Device {
  readonly #factory = new IDBFactory();
  readonly #time: Time;
  readonly #connections = new Map<IDBDatabase, Tab>();
  readonly #transactions = new Map<IDBTransaction, Tab>();
  /** Number of faults and deletions so far; each may have made an operation in progress fail. */
  disruptions = 0;
  #fault: Fault = 'none';
  #hanging: (() => void)[] = [];

  constructor(time: Time) {
    this.#time = time;
  }

  get fault(): Fault {
    return this.#fault;
  }

  set fault(fault: Fault) {
    this.#fault = fault;
    this.disruptions++;
    if (fault === 'open' || fault === 'hang') this.#loseConnections(() => true);
    if (fault !== 'hang') for (const open of this.#hanging.splice(0)) open();
  }

  /** Returns the `indexedDB` of one tab. */
  forTab(tab: Tab): Pick<IDBFactory, 'open'> {
    return { open: (name: string, version?: number) => this.#open(tab, name, version) as IDBOpenDBRequest };
  }

  /** Aborts the open transactions of a tab that is gone, and closes its connections. */
  removeTab(tab: Tab): void {
    for (const [transaction, owner] of this.#transactions) if (owner === tab) abort(transaction);
    for (const [connection, owner] of this.#connections) if (owner === tab) connection.close();
  }

  /** Returns all stored values by key, as a separate tab would read them. */
  async read(name: string): Promise<Map<string, unknown>> {
    const connection = await this.#connect(name);
    if (!connection) return new Map();
    const store = connection.transaction('rows').objectStore('rows');
    const [keys, values] = await Promise.all([
      result(store.getAllKeys()),
      result(store.getAll() as IDBRequest<unknown[]>),
    ]);
    connection.close();
    return new Map(keys.map((key, index) => [String(key), values[index]]));
  }

  /** Stores values by key, and creates the database if it does not exist. */
  async write(name: string, values: Iterable<[string, unknown]>): Promise<void> {
    const request = this.#factory.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore('rows');
    const connection = await result(request);
    const store = connection.transaction('rows', 'readwrite').objectStore('rows');
    await Promise.all([...values].map(([key, value]) => result(store.put(value, key))));
    connection.close();
  }

  /** Deletes the database, as another tab or the user may do. */
  delete(name: string, onDeleted: () => void): void {
    this.disruptions++;
    // A frozen tab does not run `onversionchange`, so its connection would block the deletion.
    this.#loseConnections(({ state }) => state === 'frozen');
    const end = this.#time.beginWork();
    this.#factory.deleteDatabase(name).onsuccess = () => {
      onDeleted();
      end();
    };
  }

  /** Opens the database; returns undefined, and does not create it, if it does not exist. */
  async #connect(name: string): Promise<IDBDatabase | undefined> {
    const request = this.#factory.open(name);
    request.onupgradeneeded = () => request.transaction?.abort();
    return result(request).catch(() => undefined);
  }

  #open(tab: Tab, name: string, version: number | undefined): Partial<IDBOpenDBRequest> {
    const outer: Opening = {};
    const begin = (): void => {
      if (tab.state === 'gone') return;
      const end = this.#time.beginWork();
      const request = this.#factory.open(name, version);
      request.onupgradeneeded = (event) => {
        if (tab.state === 'gone') return request.transaction?.abort();
        outer.result = request.result;
        outer.onupgradeneeded?.(event);
      };
      request.onsuccess = (event) => {
        end();
        if (tab.state === 'gone') return request.result.close();
        outer.result = this.#adopt(tab, request.result);
        tab.deliver(() => outer.onsuccess?.(event));
      };
      request.onerror = (event) => {
        end();
        outer.error = request.error;
        tab.deliver(() => outer.onerror?.(event));
      };
    };
    const fail = (): void => {
      outer.error = new DOMException('', 'UnknownError');
      tab.deliver(() => outer.onerror?.(new Event('error')));
    };
    if (this.#fault === 'hang') this.#hanging.push(begin);
    else if (this.#fault === 'open') this.#time.runInNextTurn(fail);
    else begin();
    return outer as Partial<IDBOpenDBRequest>;
  }

  #adopt(tab: Tab, connection: IDBDatabase): IDBDatabase {
    this.#connections.set(connection, tab);
    const begin = connection.transaction.bind(connection);
    connection.transaction = (names, mode, options) => {
      const transaction = begin(names, mode, options);
      this.#watch(tab, transaction);
      // Until it is complete, a crash or a fault aborts the transaction, even after `commit()`.
      transaction.commit = () => {};
      if (mode === 'readwrite') this.#injectFaults(transaction);
      return transaction;
    };
    return connection;
  }

  #watch(tab: Tab, transaction: IDBTransaction): void {
    const end = this.#time.beginWork();
    this.#transactions.set(transaction, tab);
    for (const type of ['complete', 'abort']) {
      transaction.addEventListener(type, () => {
        end();
        this.#transactions.delete(transaction);
      });
    }
  }

  #injectFaults(transaction: IDBTransaction): void {
    const open = transaction.objectStore.bind(transaction);
    const failOn = <T extends unknown[], R>(fault: Fault, run: (...args: T) => IDBRequest<R>) => {
      return (...args: T): IDBRequest<R> => {
        const request = run(...args);
        if (this.#fault === fault) request.addEventListener('success', () => abort(transaction));
        return request;
      };
    };
    transaction.objectStore = (name) => {
      const store = open(name);
      if (Object.hasOwn(store, 'put')) return store;
      return Object.assign(store, {
        add: failOn('write', store.add.bind(store)),
        put: failOn('write', store.put.bind(store)),
        delete: failOn('delete', store.delete.bind(store)),
        clear: failOn('delete', store.clear.bind(store)),
      });
    };
  }

  #loseConnections(isOf: (tab: Tab) => boolean): void {
    for (const [transaction, tab] of this.#transactions) if (isOf(tab)) abort(transaction);
    for (const [connection, tab] of this.#connections) {
      if (!isOf(tab)) continue;
      this.#connections.delete(connection);
      forceCloseDatabase(connection as unknown as typeof FakeDatabase);
    }
  }
}

interface Opening {
  result?: IDBDatabase;
  error?: DOMException | null;
  onupgradeneeded?: (event: Event) => void;
  onsuccess?: (event: Event) => void;
  onerror?: (event: Event) => void;
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
    Object.assign(transaction, { error: new DOMException('', 'QuotaExceededError') });
  } catch {
    // The transaction is already committed.
  }
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
}
