import { HeedError } from '@heed/core';
import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { Row } from './row.ts';

/** @param old undefined when there is none; anything when it is damaged. @returns nothing to remove it */
type Change = (old: Row | undefined, store: IDBObjectStore) => Row | undefined | Promise<Row | undefined>;

/** What waits: on the device, and in memory as far as the device does not take it. */
export class Queue {
  /** Rows that the device did not take, by id. */
  readonly memory = new Map<string, Row>();
  /** Rows on their way to the device, by id. */
  readonly incoming = new Map<string, Row>();
  readonly #storage: UseStore;

  constructor(storage: UseStore) {
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
    try {
      await this.change(id, async (old, store) => check(old, await promisifyRequest(store.count())));
      return true;
    } catch (error) {
      if (error instanceof HeedError) throw error;
      // Not when it was purged meanwhile.
      if (incoming.has(id)) memory.set(id, row);
      return false;
    } finally {
      incoming.delete(id);
    }
  }

  /** Replaces a row on the device, or removes it. */
  change(id: string, change: Change): Promise<void> {
    return this.#storage('readwrite', async (store) => {
      const row = await change(await promisifyRequest(store.get(id)), store);
      if (row) store.put(row, id);
      else store.delete(id);
      await promisifyRequest(store.transaction);
    });
  }

  /** Everything that waits, readable or not: memory first, then the device by age. */
  async *entries(): AsyncGenerator<[string, unknown]> {
    // A copy, because a row that fails goes to the end of the memory.
    for (const entry of Array.from(this.memory)) yield entry;
    let last = '';
    // One at a time, so that ten thousand do not block the page.
    const readNext = async (store: IDBObjectStore): Promise<[string, unknown] | undefined> => {
      const cursor = await promisifyRequest(store.openKeyCursor(IDBKeyRange.lowerBound(last, true)));
      if (!cursor) return undefined;
      last = cursor.key as string;
      // Chromium may fail to read a large value; the row is damaged then.
      return [String(last), await promisifyRequest(store.get(last)).catch(() => {})];
    };
    for (let entry; (entry = await this.#storage('readonly', readNext).catch(() => {}));) yield entry;
  }

  /** Forgets what is in memory. */
  forget(): void {
    this.memory.clear();
    this.incoming.clear();
  }

  clear(): Promise<void> {
    return this.#storage('readwrite', (store) => {
      store.clear();
      return promisifyRequest(store.transaction);
    });
  }
}
