import { copyOwnProperties } from '@heed/core';
import type { Client, ExportedItem } from './api/client.ts';
import type { Attempt } from './api/events.ts';
import { checkEndpoint, systemClock, type ClientOptions, type Settings } from './api/options.ts';
import { createEventBus } from './delivery/event-bus.ts';
import { ALL } from './delivery/scope.ts';
import { createSender } from './delivery/sender.ts';
import { listenToPage } from './listen-to-page.ts';
import { createQueue, type Queue } from './queue/queue.ts';
import { openStorage } from './queue/storage.ts';
import { createSubmit } from './submit.ts';

/**
 * Starts a client. It sends the records that earlier visits left on the device, then those that are submitted.
 *
 * @throws HeedError `HEED_ENDPOINT` if the endpoint is not an http(s) URL, path or function
 */
export function createClient(options: ClientOptions): Client {
  const settings = copyOwnProperties(options as Settings);
  settings.clock ??= systemClock;
  settings.random ??= Math.random;
  checkEndpoint(settings);
  const { project = 'default', onEvent } = settings;
  const name = `heed:${project}`;
  const closing = new AbortController();
  const { signal } = closing;
  const { storage = openStorage(name, signal) } = settings;
  const mayStore = (): boolean => settings.consent !== false;
  // The page goes on after `close()`.
  const queue = createQueue(storage, mayStore, () => sender.isPaused() && !signal.aborted);
  const { emit, settled, close } = createEventBus(name, (event) => {
    // The browser reports an error that it throws; nothing here is affected.
    queueMicrotask(() => onEvent?.(event));
    sender.record(event as Attempt);
    if (event.id) return;
    queue.forget();
    sender.abort();
  });
  const sender = createSender(name, queue, settings, emit);

  listenToPage(queue, sender, signal);
  void sender.drain(ALL);

  return {
    submit: createSubmit(settings, queue, sender, emit, settled),
    configure(changes) {
      checkEndpoint({ ...settings, ...changes });
      Object.assign(settings, changes);
      void sender.drain(ALL);
    },
    flush: () => sender.drain(ALL),
    pending: async () =>
      (await list(queue)).map(({ body: _body, files: _files, reply: _reply, ...item }) => item),
    export: () => list(queue),
    async retry(id) {
      await queue.update(id, { state: 'retrying', due: 0 });
      await sender.drain(ALL);
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
      closing.abort();
      sender.pause();
      close();
    },
  };
}

async function list(queue: Queue): Promise<ExportedItem[]> {
  const items: ExportedItem[] = [];
  for await (const [id, entry] of queue.entries())
    items.push({ state: 'waiting', ...entry, id, stored: queue.memory.has(id) ? 'memory' : 'disk' });
  return items;
}
