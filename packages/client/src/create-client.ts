import { HeedError } from '@heed/core';
import { promisifyRequest } from 'idb-keyval';
import type { Client, Item } from './client.ts';
import { createHub, nextDelivery } from './hub.ts';
import { checkEndpoint, systemClock, type ClientOptions, type Settings } from './options.ts';
import { readRow, ROW_VERSION, type Row } from './row.ts';
import { changeRow, clearRows } from './rows.ts';
import { ALL, createSender, DUE } from './sender.ts';
import { serialise } from './serialise.ts';
import { openStorage } from './storage.ts';

const SETTLED = 'sent parked discarded';
const ATTEMPTED = `${SETTLED} retrying held`;

/**
 * Starts a client: it sends what waits from earlier visits, then whatever is submitted.
 *
 * @throws HeedError `HEED_ENDPOINT` when the endpoint is no http(s) URL, path or function
 */
export function createClient(options: ClientOptions): Client {
  checkEndpoint(options.endpoint);
  const { project = 'default', maxItems = Infinity, onEvent } = options;
  const name = `heed:${project}`;
  const settings: Settings = { clock: systemClock, random: Math.random, ...options };
  const storage = options.storage === undefined ? openStorage(name) : (options.storage ?? refuse);
  const hub = createHub(name);
  /** Rows on their way to the device, and rows that it did not take. */
  const incoming = new Map<string, Row>();
  const memory = new Map<string, Row>();
  const { drain, attempt, ...sender } = createSender(name, storage, memory, settings, hub);
  const open = new AbortController();

  const keep = async (id: string, row: Row): Promise<'stored' | 'volatile'> => {
    const check = (old: Row | undefined, count: number): void => {
      if (old ? old.body === row.body : count + memory.size < maxItems) return;
      const reason = old ? 'HEED_RECORD' : 'HEED_FULL';
      hub.emit({ id, state: 'refused', reason });
      throw new HeedError(reason, old ? `submit: ${id} has other content` : 'submit: "maxItems" wait');
    };
    check(memory.get(id), 0);
    incoming.set(id, row);
    // A page that is being left gives no second turn.
    if (sender.isPaused()) void attempt(id, row);
    try {
      // The same bytes under the same id are one row, which starts anew.
      await changeRow(storage, id, async (old, store) => {
        check(old, await promisifyRequest(store.count()));
        return row;
      });
      return 'stored';
    } catch (error) {
      if (error instanceof HeedError) throw error;
      // Not when it was purged meanwhile.
      if (incoming.has(id)) memory.set(id, row);
      return 'volatile';
    } finally {
      incoming.delete(id);
    }
  };

  const list = async (): Promise<(Item & { body?: string })[]> => {
    const items = [];
    for await (const [id, value] of sender.entries()) {
      const { v: _v, ...row } = { v: 0, state: 'waiting' as const, ...readRow(id, value) };
      items.push({ ...row, id, stored: memory.has(id) ? ('memory' as const) : ('disk' as const) });
    }
    return items;
  };

  hub.subscribe(({ id, state }) => {
    if (id || state !== 'discarded') return;
    incoming.clear();
    memory.clear();
    sender.abort();
  });
  if (onEvent) hub.subscribe(onEvent);
  const listen = (type: string, act: (event: Event) => void): void => addEventListener(type, act, open);
  for (const type of ['online', 'pageshow', 'visibilitychange']) {
    listen(type, (event) => {
      const isSign = type === 'online' || ('persisted' in event ? event.persisted : !document.hidden);
      if (!isSign) return;
      sender.resume();
      void drain(ALL);
    });
  }
  listen('pagehide', () => {
    sender.pause();
    // What is not on the device goes out now or never.
    for (const [id, row] of [...incoming, ...memory]) void attempt(id, row);
  });
  void drain(ALL);

  return {
    async submit(record) {
      if (open.signal.aborted) throw new HeedError('HEED_CLOSED', 'submit: the client is closed');
      const { id, body } = serialise(record, settings);
      const place = await keep(id, { v: ROW_VERSION, body, at: settings.clock.now(), tries: 0 });
      const verdict = nextDelivery(hub, id, ATTEMPTED);
      const settled = nextDelivery(hub, id, SETTLED);
      hub.emit({ id, state: place });
      void drain(DUE);
      return { id, stored: place === 'stored' ? 'disk' : 'memory', verdict, settled };
    },
    configure(changes) {
      checkEndpoint(changes.endpoint ?? settings.endpoint);
      Object.assign(settings, changes);
      void drain(ALL);
    },
    flush: () => drain(ALL),
    pending: async () => (await list()).map(({ body: _body, ...item }) => item),
    export: list,
    async retry(id) {
      await changeRow(storage, id, (old) => (old?.state ? { ...old, state: 'retrying', due: 0 } : old));
      await drain(ALL);
    },
    async discard(id) {
      if (!memory.delete(id)) await changeRow(storage, id, () => undefined);
      hub.emit({ id, state: 'discarded' });
    },
    async purge() {
      hub.emit({ id: '', state: 'discarded' });
      if (storage !== refuse) await clearRows(storage);
    },
    subscribe: hub.subscribe,
    close() {
      open.abort();
      sender.pause();
      hub.close();
    },
  };
}

const refuse = (): Promise<never> => Promise.reject(new Error());
