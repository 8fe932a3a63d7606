import { HeedError } from '@heed/core';
import type { Client, Item } from './client.ts';
import { createHub, nextDelivery } from './hub.ts';
import { checkEndpoint, systemClock, type ClientOptions, type Settings } from './options.ts';
import { Queue } from './queue.ts';
import { ROW_VERSION, type Row } from './row.ts';
import { ALL, DUE, Sender } from './sender.ts';
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
  const { storage = openStorage(name) } = options;
  const settings: Settings = { clock: systemClock, random: Math.random, ...options };
  const queue = new Queue(storage);
  const hub = createHub(name);
  const sender = new Sender(name, queue, settings, hub);
  const open = new AbortController();

  hub.subscribe(({ id, state }) => {
    if (id || state !== 'discarded') return;
    queue.memory.clear();
    queue.incoming.clear();
    sender.abort();
  });
  if (onEvent) hub.subscribe(onEvent);
  listen(queue, sender, open.signal);
  void sender.drain(ALL);

  return {
    async submit(record) {
      if (open.signal.aborted) throw new HeedError('HEED_CLOSED', 'submit: the client is closed');
      const { id, body } = serialise(record, settings);
      const row: Row = { v: ROW_VERSION, body, at: settings.clock.now(), tries: 0 };
      // A page that is being left gives no second turn.
      if (sender.isPaused) void sender.attempt(id, row);
      const isOnDisk = await queue.add(id, row, maxItems).catch((error: HeedError) => {
        hub.emit({ id, state: 'refused', reason: error.code });
        throw error;
      });
      const verdict = nextDelivery(hub, id, ATTEMPTED);
      const settled = nextDelivery(hub, id, SETTLED);
      hub.emit({ id, state: isOnDisk ? 'stored' : 'volatile' });
      void sender.drain(DUE);
      return { id, stored: isOnDisk ? 'disk' : 'memory', verdict, settled };
    },
    configure(changes) {
      checkEndpoint(changes.endpoint ?? settings.endpoint);
      Object.assign(settings, changes);
      void sender.drain(ALL);
    },
    flush: () => sender.drain(ALL),
    pending: async () => (await list(queue)).map(({ body: _body, ...item }) => item),
    export: () => list(queue),
    async retry(id) {
      await queue.change(id, (old) => (old?.state ? { ...old, state: 'retrying', due: 0 } : old));
      await sender.drain(ALL);
    },
    async discard(id) {
      const wasVolatile = queue.memory.delete(id);
      // Also when it was in memory, since it may be on its way to the device.
      await queue
        .change(id, () => undefined)
        .catch((error: unknown) => {
          if (!wasVolatile) throw error;
        });
      hub.emit({ id, state: 'discarded' });
    },
    async purge() {
      hub.emit({ id: '', state: 'discarded' });
      await queue.clear();
    },
    subscribe: hub.subscribe,
    close() {
      open.abort();
      sender.pause();
      hub.close();
    },
  };
}

async function list(queue: Queue): Promise<(Item & { body?: string })[]> {
  const items = [];
  for await (const [id, readable] of queue.rows()) {
    const { v: _v, ...row } = { v: 0, state: 'waiting' as const, ...readable };
    items.push({ ...row, id, stored: queue.memory.has(id) ? ('memory' as const) : ('disk' as const) });
  }
  return items;
}

/** @param signal ends it */
function listen(queue: Queue, sender: Sender, signal: AbortSignal): void {
  const wake = (event: Event & { persisted?: boolean }): void => {
    if (event.persisted) sender.resume();
    // Not when the page has just been loaded, since the start has tried everything.
    if (event.persisted !== false) void sender.drain(ALL);
  };
  for (const type of ['online', 'pageshow', 'visibilitychange']) addEventListener(type, wake, { signal });
  const leave = (): void => {
    sender.pause();
    // What is not on the device goes out now or never.
    for (const [id, row] of [...queue.incoming, ...queue.memory]) void sender.attempt(id, row);
  };
  addEventListener('pagehide', leave, { signal });
}
