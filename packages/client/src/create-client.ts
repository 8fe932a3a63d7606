import { HeedError, copyOwnProperties } from '@heed/core';
import { promisifyRequest } from 'idb-keyval';
import type { Attempt, Client, ExportedItem } from './client.ts';
import { createHub } from './hub.ts';
import { checkEndpoint, systemClock, type ClientOptions, type Settings } from './options.ts';
import { createQueue, type Edit, type Queue } from './queue.ts';
import { earlierThan, PAUSE_KEY, ROW_VERSION, type Row } from './row.ts';
import { ALL, createSender, DUE, type Sender } from './sender.ts';
import { serialise } from './serialise.ts';
import { openStorage } from './storage.ts';

/**
 * Starts a client: it sends what waits from earlier visits, then whatever is submitted.
 *
 * @throws HeedError `HEED_ENDPOINT` when the endpoint is no http(s) URL, path or function
 */
export function createClient(options: ClientOptions): Client {
  const settings = copyOwnProperties(options as Settings);
  settings.clock ??= systemClock;
  settings.random ??= Math.random;
  checkEndpoint(settings);
  const { project = 'default', maxItems = Infinity, onEvent, clock } = settings;
  const name = `heed:${project}`;
  const open = new AbortController();
  const { storage = openStorage(name, open.signal) } = settings;
  const queue = createQueue(
    storage,
    () => settings.consent !== false,
    // A page that has closed its client lives on.
    () => sender.isPaused() && !open.signal.aborted,
  );
  const { emit, settled, close } = createHub(name, (event) => {
    // One that throws is reported by the browser and disturbs nothing here.
    queueMicrotask(() => onEvent?.(event));
    sender.hear(event as Attempt);
    if (event.id) return;
    queue.forget();
    sender.abort();
  });
  const sender = createSender(name, queue, settings, emit);
  const { memory } = queue;
  const { drain } = sender;

  listen(queue, sender, open.signal);
  void drain(ALL);

  return {
    async submit(record, files) {
      const { id, body } = serialise(record, settings);
      const row: Row = { v: ROW_VERSION, body, files, at: clock.now(), tries: 0 };
      const check = (old: Row | undefined, others: number): Row => {
        if (old ? old.body === body : others < maxItems) return row;
        throw old
          ? new HeedError('HEED_RECORD', 'submit', `${id} has other content`)
          : new HeedError('HEED_FULL', 'submit', '"maxItems" wait');
      };
      try {
        check(memory.get(id), queue.volatile().size);
        const receipt = settled(id);
        const checkDevice: Edit = async (old, store) => {
          const count = (range: IDBKeyRange): Promise<number> => promisifyRequest(store.count(range));
          const earlier = earlierThan(id);
          const versions = await count(earlier);
          const waiting =
            maxItems < Infinity
              ? (await count(IDBKeyRange.lowerBound(PAUSE_KEY, true))) + memory.size
              : versions;
          const next = check(old ?? memory.get(id), waiting - versions);
          // It takes their place; one that is being sent now does not come back.
          if (versions) store.delete(earlier);
          return next;
        };
        const isLeft = sender.isPaused();
        // A page that is being left gives no second turn, neither to the network nor to the device.
        if (isLeft) sender.sendNow(id, row);
        const isOnDisk = await queue.keep(id, row, isLeft ? undefined : checkDevice);
        emit({ id, state: isOnDisk ? 'stored' : 'volatile' });
        return { id, stored: isOnDisk ? 'disk' : 'memory', tried: drain(DUE), settled: receipt };
      } catch (error) {
        emit({ id, state: 'refused', reason: (error as HeedError).code });
        throw error;
      }
    },
    configure(changes) {
      checkEndpoint({ ...settings, ...changes });
      Object.assign(settings, changes);
      void drain(ALL);
    },
    flush: () => drain(ALL),
    pending: async () =>
      (await list(queue)).map(({ body: _body, files: _files, reply: _reply, ...item }) => item),
    export: () => list(queue),
    async retry(id) {
      await queue.update(id, { state: 'retrying', due: 0 });
      await drain(ALL);
    },
    async discard(id) {
      await queue.remove(id);
      emit({ id, state: 'discarded', reason: 'discard' });
    },
    async purge() {
      emit({ id: '', state: 'discarded', reason: 'purge' });
      await queue.clear();
    },
    close() {
      open.abort();
      sender.pause();
      close();
    },
  };
}

async function list(queue: Queue): Promise<ExportedItem[]> {
  const items: ExportedItem[] = [];
  for await (const [id, row] of queue.rows())
    items.push({ state: 'waiting', ...row, id, stored: queue.memory.has(id) ? 'memory' : 'disk' });
  return items;
}

/** @param signal ends it */
function listen(queue: Queue, sender: Sender, signal: AbortSignal): void {
  const wake = (event: Event & { persisted?: boolean }): void => {
    if (event.persisted) sender.resume();
    // Not when the page has just been loaded, since the start has tried everything.
    if (event.persisted !== false) void sender.drain(ALL);
  };
  for (const type of ['online', 'pageshow', 'visibilitychange'])
    globalThis.addEventListener?.(type, wake, { signal });
  const leave = (): void => {
    sender.pause();
    // What is not on the device goes out, or onto it, now or never.
    for (const [id, row] of queue.volatile()) {
      sender.sendNow(id, row);
      void queue.keep(id, row);
    }
  };
  // Before those of the page, so that what it submits while it is left is known to be in haste.
  globalThis.addEventListener?.('pagehide', leave, { capture: true, signal });
}
