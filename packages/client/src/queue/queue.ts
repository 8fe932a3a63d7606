import { HeedError } from '@heed/core';
import { promisifyRequest, type UseStore } from 'idb-keyval';
import { ENTRY_VERSION } from './limits.ts';
import { PAUSE_KEY, readEntry, type QueueEntry, type UnreadableEntry } from './queue-entry.ts';
import { writeEntry } from './write-entry.ts';

/**
 * Decides on an entry from what is on the device.
 *
 * @param old undefined if there is no entry; any value if it is damaged
 * @returns the new entry; undefined removes the entry
 */
export type EditEntry = (
  old: QueueEntry | undefined,
  store: IDBObjectStore,
) => QueueEntry | undefined | Promise<QueueEntry | undefined>;

type ListedEntry = [id: string, entry: QueueEntry | UnreadableEntry];

/** The queued records: on the device, and in memory if the device did not store them. */
export interface Queue {
  /** Entries that the device did not store, by id. */
  readonly memory: ReadonlyMap<string, QueueEntry>;
  /** Returns the entries that are lost when the page closes. */
  volatile(): ReadonlyMap<string, QueueEntry>;
  /** Reads one value from the device; resolves with undefined if it is missing or cannot be read. */
  read(id: string): Promise<Partial<QueueEntry> | undefined>;
  /**
   * Writes an entry to the device, or removes it, without reading the old one. This takes a single task, so it also works
   * while the page is being left: a longer transaction would be lost or, where WebKit suspends the page in the middle of
   * it, lock all other tabs out of the database.
   *
   * @returns true, or undefined without a device
   */
  write(id: string, entry?: Partial<QueueEntry>): Promise<boolean | undefined>;
  /**
   * Saves an entry on the device, or in memory if that fails.
   *
   * @param check decides by what is on the device, which takes a second task
   * @returns whether the entry is on the device
   * @throws HeedError as `check` does; the entry is saved nowhere then
   */
  save(id: string, entry: QueueEntry, check?: EditEntry): Promise<boolean>;
  /**
   * Changes an entry in memory or on the device; one that was removed in the meantime stays removed.
   *
   * @returns whether this moved the entry from memory to the device
   */
  update(id: string, change: Partial<QueueEntry>): Promise<boolean>;
  /**
   * Removes an entry from memory and from the device, including one that is being written, since transactions run in
   * order. Rejects if the entry is on the device and cannot be deleted.
   */
  remove(id: string): Promise<void>;
  /** Lists the entries after this id, readable or not: first those in memory, then those on the device by age. */
  entries(after?: string): AsyncGenerator<ListedEntry>;
  /** Forgets all entries that are not on the device. */
  forget(): void;
  /** Removes everything. Rejects if the device cannot delete it. */
  clear(): Promise<void>;
}

/**
 * @param storage null to keep everything in memory
 * @param mayStore called before anything is written to the device
 * @param isPageLeft returns whether the page is being left, so that no further task will run
 */
export function createQueue(
  storage: UseStore | null,
  mayStore: () => boolean,
  isPageLeft: () => boolean,
): Queue {
  const memory = new Map<string, QueueEntry>();
  /** Entries that are being written to the device, by id. */
  const incoming = new Map<string, QueueEntry>();
  let purges = 0;

  const write = async (id: string, entry?: Partial<QueueEntry>): Promise<boolean | undefined> =>
    storage?.('readwrite', (store) => writeEntry(store, id, entry));

  /** Changes an entry on the device; leaves one of a later version unchanged. Returns the same as `write`. */
  const edit = async (id: string, change: EditEntry): Promise<boolean | undefined> => {
    return storage?.('readwrite', async (store) => {
      const old = (await promisifyRequest(store.get(id))) as QueueEntry | undefined;
      return writeEntry(store, id, old && old.v > ENTRY_VERSION ? old : await change(old, store));
    });
  };

  const remove = async (id: string): Promise<void> => {
    const isInMemory = memory.delete(id);
    incoming.delete(id);
    await write(id).catch((error: unknown) => {
      if (!isInMemory) throw error;
    });
  };

  const save = async (id: string, entry: QueueEntry, check?: EditEntry): Promise<boolean> => {
    const before = purges;
    incoming.set(id, entry);
    try {
      const isStored = mayStore() && (await (check ? edit(id, check) : write(id, entry)));
      if (!isStored) throw isStored;
      memory.delete(id);
      // Another tab may have purged the device before this entry reached it.
      if (purges > before) await remove(id);
      return true;
    } catch (error) {
      if (error instanceof HeedError) throw error;
      // Unless it was sent, discarded or purged in the meantime.
      if (incoming.has(id)) memory.set(id, entry);
      return false;
    } finally {
      incoming.delete(id);
    }
  };

  const update = async (id: string, change: Partial<QueueEntry>): Promise<boolean> => {
    const entry = memory.get(id);
    if (entry) return save(id, { ...entry, ...change });
    if (!isPageLeft()) await edit(id, (old) => old && { ...old, ...change }).catch(() => {});
    return false;
  };

  const read = async (id: string): Promise<Partial<QueueEntry> | undefined> => {
    const get = (store: IDBObjectStore): Promise<QueueEntry | undefined> => promisifyRequest(store.get(id));
    return storage?.('readonly', get).catch(() => undefined);
  };

  async function* entries(after = PAUSE_KEY): AsyncGenerator<ListedEntry> {
    for (const entry of memory) if (entry[0] > after) yield entry;
    let last = after;
    // One at a time, so that ten thousand entries do not block the page.
    const readNext = async (store: IDBObjectStore): Promise<ListedEntry | undefined> => {
      last = (await promisifyRequest(store.getKey(IDBKeyRange.lowerBound(last, true)))) as string;
      // Chromium may fail to read a large value; the entry is damaged then.
      if (last) return [last, readEntry(last, await promisifyRequest(store.get(last)).catch(() => {}))];
      return undefined;
    };
    for (let entry; (entry = await storage?.('readonly', readNext).catch(() => {}));) {
      // A write that timed out may still have reached the device, so an entry can be in both places.
      if (!memory.has(entry[0])) yield entry;
    }
  }

  const forget = (): void => {
    purges++;
    memory.clear();
    incoming.clear();
  };

  const clear = async (): Promise<void> => {
    forget();
    await storage?.('readwrite', (store) => {
      store.clear();
      return promisifyRequest(store.transaction);
    });
  };

  const volatile = (): Map<string, QueueEntry> => new Map([...memory, ...incoming]);
  return { memory, volatile, read, write, save, update, remove, entries, forget, clear };
}
