import { forceCloseDatabase, IDBFactory, type IDBDatabase as FakeDatabase } from 'fake-indexeddb';
import type { Tab } from './tab.ts';
import type { Time } from './time.ts';

/**
 * - `open`: databases cannot be opened, and connections are lost.
 * - `hang`: as `open`, but there is no reply; those that wait are served when the fault is over.
 * - `write`: nothing can be added or replaced; the transaction is undone after its requests have succeeded, as where
 *   the quota is exceeded.
 * - `delete`: nothing can be removed, in the same way.
 */
export type Fault = 'none' | 'open' | 'hang' | 'write' | 'delete';

/** The storage of the device, which outlives the tabs. */
export class Device {
  readonly #factory = new IDBFactory();
  readonly #time: Time;
  readonly #connections = new Map<IDBDatabase, Tab>();
  readonly #transactions = new Map<IDBTransaction, Tab>();
  /** Counts what may have spoiled an operation under way. */
  upsets = 0;
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
    this.upsets++;
    if (fault === 'open' || fault === 'hang') this.#loseConnections(() => true);
    if (fault !== 'hang') for (const open of this.#hanging.splice(0)) open();
  }

  /** `indexedDB` of one tab. */
  of(tab: Tab): Pick<IDBFactory, 'open'> {
    return { open: (name: string, version?: number) => this.#open(tab, name, version) as IDBOpenDBRequest };
  }

  /** The tab is gone: what it had not committed is undone. */
  drop(tab: Tab): void {
    for (const [transaction, owner] of this.#transactions) if (owner === tab) abort(transaction);
    for (const [connection, owner] of this.#connections) if (owner === tab) connection.close();
  }

  /** Everything that is stored, as a tab of its own would read it. */
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

  async write(name: string, rows: Iterable<[string, unknown]>): Promise<void> {
    const request = this.#factory.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore('rows');
    const connection = await result(request);
    const store = connection.transaction('rows', 'readwrite').objectStore('rows');
    await Promise.all([...rows].map(([key, value]) => result(store.put(value, key))));
    connection.close();
  }

  /** As another tab of the site, or its owner, may do. */
  delete(name: string, onDeleted: () => void): void {
    this.upsets++;
    // Nobody in a frozen tab hears that its connection is in the way.
    this.#loseConnections(({ state }) => state === 'frozen');
    const end = this.#time.begin();
    this.#factory.deleteDatabase(name).onsuccess = () => {
      onDeleted();
      end();
    };
  }

  /** @returns undefined when there is no database, and makes none */
  async #connect(name: string): Promise<IDBDatabase | undefined> {
    const request = this.#factory.open(name);
    request.onupgradeneeded = () => request.transaction?.abort();
    return result(request).catch(() => undefined);
  }

  #open(tab: Tab, name: string, version: number | undefined): Partial<IDBOpenDBRequest> {
    const outer: Opening = {};
    const begin = (): void => {
      if (tab.state === 'gone') return;
      const end = this.#time.begin();
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
    else if (this.#fault === 'open') this.#time.soon(fail);
    else begin();
    return outer as Partial<IDBOpenDBRequest>;
  }

  #adopt(tab: Tab, connection: IDBDatabase): IDBDatabase {
    this.#connections.set(connection, tab);
    const begin = connection.transaction.bind(connection);
    connection.transaction = (names, mode, options) => {
      const transaction = begin(names, mode, options);
      this.#watch(tab, transaction);
      // Asked to commit or not, it is undone by a crash or a fault until it is complete.
      transaction.commit = () => {};
      if (mode === 'readwrite') this.#spoil(transaction);
      return transaction;
    };
    return connection;
  }

  #watch(tab: Tab, transaction: IDBTransaction): void {
    const end = this.#time.begin();
    this.#transactions.set(transaction, tab);
    for (const type of ['complete', 'abort']) {
      transaction.addEventListener(type, () => {
        end();
        this.#transactions.delete(transaction);
      });
    }
  }

  #spoil(transaction: IDBTransaction): void {
    const open = transaction.objectStore.bind(transaction);
    const spoil = <T extends unknown[], R>(fault: Fault, act: (...args: T) => IDBRequest<R>) => {
      return (...args: T): IDBRequest<R> => {
        const request = act(...args);
        if (this.#fault === fault) request.addEventListener('success', () => abort(transaction));
        return request;
      };
    };
    transaction.objectStore = (name) => {
      const store = open(name);
      if (Object.hasOwn(store, 'put')) return store;
      return Object.assign(store, {
        add: spoil('write', store.add.bind(store)),
        put: spoil('write', store.put.bind(store)),
        delete: spoil('delete', store.delete.bind(store)),
        clear: spoil('delete', store.clear.bind(store)),
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
    // It has just been committed.
  }
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
}
