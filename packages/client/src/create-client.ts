import { clear, del, entries, type UseStore } from 'idb-keyval';
import type { ResponseRecord } from '@heed/core';
import type { Client, ClientEvent, Item, Receipt } from './client.ts';
import { closed, full, taken } from './errors.ts';
import { createHub, type Hub } from './hub.ts';
import { checkEndpoint, systemClock, type Changes, type ClientOptions, type Settings } from './options.ts';
import { ASKED, FAILED, HELD, NO_REPLY, readRow, ROW_VERSION, type Row } from './row.ts';
import { addRow, changeRow } from './rows.ts';
import { Sender } from './sender.ts';
import { serialise } from './serialise.ts';
import { openStorage } from './storage.ts';

// Occasions to send: each overrides the waits on a ground below it.
const SIGN_OF_NETWORK = HELD;
const NEW_PAGE = FAILED;
const FLUSH = ASKED;
const NEW_SETTINGS = ASKED + 1;

/**
 * Starts a client: it sends what waits from earlier visits, then whatever is submitted.
 *
 * @throws HeedError `HEED_ENDPOINT` when the endpoint is no http(s) URL, path or function
 */
export function createClient(options: ClientOptions): Client {
  checkEndpoint(options.endpoint);
  return new Queue(options);
}

class Queue implements Client {
  readonly #settings: Settings;
  readonly #storage: UseStore;
  readonly #hub: Hub;
  readonly #sender: Sender;
  /** Rows on their way to the device. */
  readonly #incoming = new Map<string, Row>();
  readonly #open = new AbortController();

  constructor(options: ClientOptions) {
    const { project = 'default', storage, onEvent } = options;
    const name = `heed:${project}`;
    this.#settings = { clock: systemClock, random: Math.random, ...options };
    this.#storage = storage === undefined ? openStorage(name) : (storage ?? refuse);
    this.#hub = createHub(name);
    this.#sender = new Sender(name, this.#storage, this.#settings, this.#hub);
    this.subscribe(({ state }) => state === 'purged' && this.#forget());
    if (onEvent) this.subscribe(onEvent);
    this.#listen();
    void this.#sender.drain(NEW_PAGE);
  }

  async submit(record: ResponseRecord): Promise<Receipt> {
    if (this.#open.signal.aborted) throw closed();
    const { id, body } = serialise(record, this.#settings);
    const row: Row = { v: ROW_VERSION, body, at: this.#settings.clock.now(), tries: 0 };
    const isKnown = this.#hub.waiters.has(id);
    const { verdict, settled } = this.#hub.watch(id);
    const place = await this.#keep(id, row);
    if (place === 'taken' || place === 'full') {
      if (!isKnown) this.#hub.waiters.delete(id);
      if (place === 'taken') throw taken(id);
      this.#hub.emit({ id, state: 'refused', reason: place });
      throw full();
    }
    this.#hub.emit({ id, state: place });
    void this.#sender.drain(SIGN_OF_NETWORK);
    return { id, stored: place === 'stored' ? 'disk' : 'memory', verdict, settled };
  }

  configure(changes: Changes): void {
    if ('endpoint' in changes) checkEndpoint(changes.endpoint);
    Object.assign(this.#settings, changes);
    void this.#sender.drain(NEW_SETTINGS);
  }

  flush(): Promise<void> {
    return this.#sender.drain(FLUSH);
  }

  async pending(): Promise<Item[]> {
    return (await this.export()).map(({ body: _body, ...item }) => item);
  }

  async export(): Promise<(Item & { body?: string })[]> {
    const onDisk = await entries(this.#storage).catch(() => []);
    return [
      ...Array.from(this.#sender.memory, ([id, row]) => describe(id, row, 'memory')),
      ...onDisk.map(([id, row]) => describe(String(id), row, 'disk')),
    ];
  }

  async retry(id: string): Promise<void> {
    await changeRow(this.#storage, id, { state: 'retrying', due: 0 });
    await this.flush();
  }

  async discard(id: string): Promise<void> {
    if (!this.#sender.memory.delete(id)) await del(id, this.#storage);
    this.#hub.emit({ id, state: 'discarded' });
  }

  async purge(): Promise<void> {
    try {
      if (this.#settings.storage !== null) await clear(this.#storage);
    } finally {
      this.#hub.emit({ id: '', state: 'purged' });
    }
  }

  subscribe(listener: (event: ClientEvent) => void): () => void {
    this.#hub.listeners.add(listener);
    return () => this.#hub.listeners.delete(listener);
  }

  close(): Promise<void> {
    this.#open.abort();
    this.#sender.pause();
    this.#hub.close();
    return this.#sender.drain(NO_REPLY);
  }

  async #keep(id: string, row: Row): Promise<'stored' | 'volatile' | 'taken' | 'full'> {
    const { maxItems = Infinity } = this.#settings;
    const { memory } = this.#sender;
    const old = memory.get(id);
    if (old) return old.body === row.body ? 'volatile' : 'taken';
    if (memory.size >= maxItems) return 'full';
    this.#incoming.set(id, row);
    // A page that is being left gives no second turn.
    if (this.#sender.isPaused) void this.#sender.attempt(id, row);
    const place = await addRow(this.#storage, id, row, maxItems).catch(() => 'volatile' as const);
    const isPurged = !this.#incoming.delete(id);
    if (place === 'volatile' && !isPurged) {
      memory.set(id, row);
      void this.#sender.attempt(id, row).then(() => this.#sender.drain(NO_REPLY));
    }
    return place;
  }

  #listen(): void {
    const { signal } = this.#open;
    const awake = ({ type }: Event): void => {
      if (document.hidden && type !== 'online') return;
      this.#sender.resume();
      void this.#sender.drain(SIGN_OF_NETWORK);
    };
    for (const type of ['online', 'pageshow', 'visibilitychange']) addEventListener(type, awake, { signal });
    addEventListener('pagehide', () => this.#leave(), { signal });
  }

  /** What is not on the device goes out now or never. */
  #leave(): void {
    this.#sender.pause();
    for (const [id, row] of [...this.#incoming, ...this.#sender.memory]) void this.#sender.attempt(id, row);
  }

  #forget(): void {
    this.#incoming.clear();
    this.#sender.memory.clear();
    this.#sender.abort();
  }
}

function describe(id: string, value: unknown, stored: Item['stored']): Item & { body?: string } {
  const row = readRow(id, value);
  if (typeof row === 'string') return { id, state: row, stored };
  const { state = 'waiting', at, tries, reason, due, body } = row;
  return { id, state, stored, at, tries, reason, due, body };
}

const refuse = (): Promise<never> => Promise.reject(new Error());
