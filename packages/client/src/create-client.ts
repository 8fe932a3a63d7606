import { HeedError } from '@heed/core';
import type { Client, Item } from './client.ts';
import { createHub, nextDelivery } from './hub.ts';
import { checkEndpoint, systemClock, type ClientOptions, type Settings } from './options.ts';
import { readRow, ROW_VERSION, type Row } from './row.ts';
import { addRow, allEntries, changeRow, clearRows } from './rows.ts';
import { ALL, createSender, DUE, type Sender } from './sender.ts';
import { serialise } from './serialise.ts';
import { openStorage } from './storage.ts';

const SETTLED = ['sent', 'parked', 'discarded'];
const ATTEMPTED = ['retrying', 'held', ...SETTLED];

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
  const sender = createSender(name, storage, settings, hub);
  const { memory, drain, attempt } = sender;
  /** Rows on their way to the device. */
  const incoming = new Map<string, Row>();

  const add = async (id: string, row: Row): ReturnType<typeof addRow> => {
    if ((memory.get(id) ?? row).body !== row.body) return 'taken';
    const room = maxItems - memory.size;
    return room > 0 ? addRow(storage, id, row, room) : 'full';
  };

  const keep = async (id: string, row: Row): Promise<'stored' | 'volatile'> => {
    incoming.set(id, row);
    // A page that is being left gives no second turn.
    if (sender.isPaused()) void attempt(id, row);
    const place = await add(id, row).catch(() => 'volatile' as const);
    const isPurged = !incoming.delete(id);
    if (place === 'taken') throw new HeedError('HEED_RECORD', `submit: ${id} waits with other content`);
    if (place === 'full') {
      hub.emit({ id, state: 'refused', reason: place });
      throw new HeedError('HEED_FULL', 'submit: "maxItems" records wait');
    }
    if (place === 'volatile' && !isPurged) memory.set(id, row);
    return place;
  };

  const list = async (): Promise<(Item & { body?: string })[]> => {
    const onDisk = await allEntries(storage).catch(() => []);
    return [
      ...Array.from(memory, ([id, row]) => describe(id, row, 'memory')),
      ...onDisk.map(([id, value]) => describe(id, value, 'disk')),
    ];
  };

  const stop = listen(sender, incoming);
  hub.subscribe(({ id, state }) => {
    if (id || state !== 'discarded') return;
    memory.clear();
    incoming.clear();
    sender.abort();
  });
  if (onEvent) hub.subscribe(onEvent);
  void drain(ALL);

  return {
    async submit(record) {
      if (stop.signal.aborted) throw new HeedError('HEED_CLOSED', 'submit: the client is closed');
      const { id, body } = serialise(record, settings);
      const place = await keep(id, { v: ROW_VERSION, body, at: settings.clock.now(), tries: 0 });
      const verdict = nextDelivery(hub, id, ATTEMPTED);
      const settled = nextDelivery(hub, id, SETTLED);
      hub.emit({ id, state: place });
      void drain(DUE);
      return { id, stored: place === 'stored' ? 'disk' : 'memory', verdict, settled };
    },
    configure(changes) {
      if ('endpoint' in changes) checkEndpoint(changes.endpoint);
      Object.assign(settings, changes);
      void drain(ALL);
    },
    flush: () => drain(ALL),
    pending: async () => (await list()).map(({ body: _body, ...item }) => item),
    export: list,
    async retry(id) {
      await changeRow(storage, id, ({ v, body, at }) => ({ v, body, at, tries: 0 }));
      await drain(ALL);
    },
    async discard(id) {
      if (!memory.delete(id)) await changeRow(storage, id, () => undefined);
      hub.emit({ id, state: 'discarded' });
    },
    async purge() {
      try {
        if (options.storage !== null) await clearRows(storage);
      } finally {
        hub.emit({ id: '', state: 'discarded' });
      }
    },
    subscribe: hub.subscribe,
    close() {
      stop.abort();
      sender.pause();
      hub.close();
    },
  };
}

/** @returns ends it */
function listen(sender: Sender, incoming: Map<string, Row>): AbortController {
  const stop = new AbortController();
  const { signal } = stop;
  const awake = ({ type }: Event): void => {
    if (document.hidden && type !== 'online') return;
    sender.resume();
    void sender.drain(ALL);
  };
  for (const type of ['online', 'pageshow', 'visibilitychange']) addEventListener(type, awake, { signal });
  const leave = (): void => {
    sender.pause();
    // What is not on the device goes out now or never.
    for (const [id, row] of [...incoming, ...sender.memory]) void sender.attempt(id, row);
  };
  addEventListener('pagehide', leave, { signal });
  return stop;
}

function describe(id: IDBValidKey, value: unknown, stored: Item['stored']): Item & { body?: string } {
  const row = readRow(id, value);
  if (typeof row === 'string') return { id: String(id), state: row, stored };
  const { state = 'waiting', at, tries, reason, due, body } = row;
  return { id: String(id), state, stored, at, tries, reason, due, body };
}

const refuse = (): Promise<never> => Promise.reject(new Error());
