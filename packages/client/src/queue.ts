import { HeedError } from '@heed/core';
import { promisifyRequest, type UseStore } from 'idb-keyval';
import { readRow, type Row, type Unreadable } from './row.ts';

/** @param old undefined when there is none; anything when it is damaged. @returns nothing to remove it */
type Change = (old: Row | undefined, store: IDBObjectStore) => Row | undefined | Promise<Row | undefined>;

/** What waits: on the device, and in memory as far as the device does not take it. */
export class Queue {
  /** Rows that the device did not take, by id. */
  readonly memory = new Map<string, Row>();
  /** Rows on their way to the device, by id. */
  readonly incoming = new Map<string, Row>();
  readonly #storage: UseStore | null;

  /** @param storage null where nothing is kept on the device */
  constructor(storage: UseStore | null) {
    this.#storage = storage;
  }

  /**
   * Adds a row. The same bytes under the same id are one row, which starts anew.
   *
   * @param max so many rows may wait
   * @returns whether it is on the device
   * @throws HeedError `HEED_RECORD` when the id has other bytes, `HEED_FULL`
   */
  async add(id: string, row: Row, max: number): Promise<boolean> {
    const { memory, incoming } = this;
    const check = (old: Row | undefined, count: number): Row => {
      if (old ? old.body === row.body : count + memory.size < max) return row;
      throw old
        ? new HeedError('HEED_RECORD', `submit: ${id} has other content`)
        : new HeedError('HEED_FULL', 'submit: "maxItems" wait');
    };
    check(memory.get(id), 0);
    incoming.set(id, row);
    const result = await this.change(id, async (old, store) =>
      check(old, await promisifyRequest(store.count())),
    ).catch((error: unknown) => error);
    const isStillWanted = incoming.delete(id);
    if (result instanceof HeedError) throw result;
    if (result === true) return true;
    // Not when it was purged meanwhile.
    if (isStillWanted) memory.set(id, row);
    return false;
  }

  /** Replaces a row on the device, or removes it. @returns true, or nothing where there is no device */
  async change(id: string, change: Change): Promise<boolean | undefined> {
    return this.#storage?.('readwrite', async (store) => {
      const row = await change(await promisifyRequest(store.get(id)), store);
      if (row) store.put(row, id);
      else store.delete(id);
      await promisifyRequest(store.transaction);
      return true;
    });
  }

  /** Everything that waits, readable or not: memory first, then the device by age. */
  async *rows(): AsyncGenerator<[string, Row | Unreadable]> {
    yield* this.memory;
    let last = '';
    // One at a time, so that ten thousand do not block the page.
    const readNext = async (store: IDBObjectStore): Promise<[string, Row | Unreadable] | undefined> => {
      const cursor = await promisifyRequest(store.openKeyCursor(IDBKeyRange.lowerBound(last, true)));
      if (!cursor) return undefined;
      last = cursor.key as string;
      // Chromium may fail to read a large value; the row is damaged then.
      return [last, readRow(last, await promisifyRequest(store.get(last)).catch(() => {}))];
    };
    for (let entry; (entry = await this.#storage?.('readonly', readNext).catch(() => {}));) yield entry;
  }

  async clear(): Promise<void> {
    await this.#storage?.('readwrite', (store) => {
      store.clear();
      return promisifyRequest(store.transaction);
    });
  }
}
