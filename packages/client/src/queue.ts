import { HeedError } from '@heed/core';
import { promisifyRequest, type UseStore } from 'idb-keyval';
import { PAUSE_KEY, readRow, ROW_VERSION, type Row, type Unreadable } from './row.ts';

/**
 * Decides on a row from what is on the device.
 *
 * @param old undefined when there is none; anything when it is damaged
 * @returns the new row; nothing to remove it
 */
export type Edit = (
  old: Row | undefined,
  store: IDBObjectStore,
) => Row | undefined | Promise<Row | undefined>;

export type Queue = ReturnType<typeof createQueue>;

/**
 * What waits: on the device, and in memory as far as the device does not take it.
 *
 * @param storage null where nothing is kept on the device
 * @param mayStore asked before anything is written there
 * @param isLeft the page is being left, and gives no second turn
 */
// oxlint-disable-next-line typescript/explicit-function-return-type -- `Queue` is made of it
export function createQueue(storage: UseStore | null, mayStore: () => boolean, isLeft: () => boolean) {
  /** Rows that the device did not take, by id. */
  const memory = new Map<string, Row>();
  /** Rows on their way to the device, by id. */
  const incoming = new Map<string, Row>();
  let purges = 0;

  /**
   * Writes a row to the device, or removes it, whatever is there. In one turn, so also when the page is being left: a
   * longer transaction would be lost, or, where WebKit puts the page away in the middle of it, lock every other tab
   * out of the database.
   *
   * @returns true, or nothing where there is no device
   */
  async function write(id: string, row?: Partial<Row>): Promise<boolean | undefined> {
    return storage?.('readwrite', (store) => put(store, id, row));
  }

  /** Changes a row on the device by what is there; one of a later version is left alone. @returns as `write` */
  async function edit(id: string, change: Edit): Promise<boolean | undefined> {
    return storage?.('readwrite', async (store) => {
      const old = (await promisifyRequest(store.get(id))) as Row | undefined;
      return put(store, id, old && old.v > ROW_VERSION ? old : await change(old, store));
    });
  }

  /**
   * Removes a row from wherever it is, also one on its way to the device, since writes keep their order.
   * Rejects when it is on the device and cannot be deleted.
   */
  async function remove(id: string): Promise<void> {
    const isVolatile = memory.delete(id);
    incoming.delete(id);
    await write(id).catch((error: unknown) => {
      if (!isVolatile) throw error;
    });
  }

  /**
   * Puts a row on the device, or in memory where that fails.
   *
   * @returns whether it is on the device
   * @param check decides by what is there; it takes a second turn
   * @throws HeedError as `check` does, and then the row is in neither
   */
  async function keep(id: string, row: Row, check?: Edit): Promise<boolean> {
    const before = purges;
    incoming.set(id, row);
    try {
      const isStored = mayStore() && (await (check ? edit(id, check) : write(id, row)));
      if (!isStored) throw isStored;
      memory.delete(id);
      // Another tab may have emptied the device before this came to it.
      if (purges > before) await remove(id);
      return true;
    } catch (error) {
      if (error instanceof HeedError) throw error;
      // Not when it was sent, discarded or purged meanwhile.
      if (incoming.has(id)) memory.set(id, row);
      return false;
    } finally {
      incoming.delete(id);
    }
  }

  /**
   * Changes a row wherever it is; one that has been removed meanwhile stays removed.
   *
   * @returns whether it came from memory to the device by that
   */
  async function update(id: string, change: Partial<Row>): Promise<boolean> {
    const row = memory.get(id);
    if (row) return keep(id, { ...row, ...change });
    if (!isLeft()) await edit(id, (old) => old && { ...old, ...change }).catch(() => {});
    return false;
  }

  /** One row of the device; undefined where there is none, or none can be read. */
  async function read(id: string): Promise<Partial<Row> | undefined> {
    const get = (store: IDBObjectStore): Promise<Row | undefined> => promisifyRequest(store.get(id));
    return storage?.('readonly', get).catch(() => undefined);
  }

  /** What waits after this id, readable or not: memory first, then the device by age. */
  async function* rows(after = PAUSE_KEY): AsyncGenerator<[string, Row | Unreadable]> {
    for (const entry of memory) if (entry[0] > after) yield entry;
    let last = after;
    // One at a time, so that ten thousand do not block the page.
    const readNext = async (store: IDBObjectStore): Promise<[string, Row | Unreadable] | undefined> => {
      last = (await promisifyRequest(store.getKey(IDBKeyRange.lowerBound(last, true)))) as string;
      // Chromium may fail to read a large value; the row is damaged then.
      return last
        ? [last, readRow(last, await promisifyRequest(store.get(last)).catch(() => {}))]
        : undefined;
    };
    for (let entry; (entry = await storage?.('readonly', readNext).catch(() => {}));) {
      // One that came to the device later than it was waited for is in both places.
      if (!memory.has(entry[0])) yield entry;
    }
  }

  function forget(): void {
    purges++;
    memory.clear();
    incoming.clear();
  }

  async function clear(): Promise<void> {
    forget();
    await storage?.('readwrite', (store) => {
      store.clear();
      return promisifyRequest(store.transaction);
    });
  }

  return {
    memory,
    /** What is gone with the page. */
    volatile: () => new Map([...memory, ...incoming]),
    read,
    write,
    remove,
    keep,
    update,
    rows,
    forget,
    clear,
  };
}

async function put(store: IDBObjectStore, id: string, row: Partial<Row> | undefined): Promise<true> {
  if (row) store.put(row, id);
  else store.delete(id);
  store.transaction.commit();
  await promisifyRequest(store.transaction);
  return true;
}
