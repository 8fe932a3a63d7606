import { HeedError } from '@heed/core';
import { promisifyRequest } from 'idb-keyval';
import type { Client } from './api/client.ts';
import type { Settings } from './api/options.ts';
import type { EventBus } from './delivery/event-bus.ts';
import { DUE } from './delivery/scope.ts';
import type { Sender } from './delivery/sender.ts';
import { ENTRY_VERSION } from './queue/limits.ts';
import { keysOfEarlierVersions, PAUSE_KEY, type QueueEntry } from './queue/queue-entry.ts';
import type { EditEntry, Queue } from './queue/queue.ts';
import { serialise } from './queue/serialise.ts';

/** Returns the method `submit()` of a client. */
export function createSubmit(
  settings: Settings,
  queue: Queue,
  sender: Sender,
  emit: EventBus['emit'],
  settled: EventBus['settled'],
): Client['submit'] {
  const { clock, maxItems = Infinity } = settings;
  const { memory } = queue;
  return async (record, files) => {
    const { id, body } = serialise(record, settings);
    const entry: QueueEntry = { v: ENTRY_VERSION, body, files, at: clock.now(), tries: 0 };
    /** Returns the entry to store, or throws if it cannot be accepted. */
    const check = (old: QueueEntry | undefined, others: number): QueueEntry => {
      if (old ? old.body === body : others < maxItems) return entry;
      throw old
        ? new HeedError('HEED_RECORD', 'submit', `${id} has other content`)
        : new HeedError('HEED_FULL', 'submit', 'the queue is full');
    };
    const checkDevice: EditEntry = async (old, store) => {
      const count = (range: IDBKeyRange): Promise<number> => promisifyRequest(store.count(range));
      const earlier = keysOfEarlierVersions(id);
      const versions = await count(earlier);
      const queued =
        maxItems < Infinity ? (await count(IDBKeyRange.lowerBound(PAUSE_KEY, true))) + memory.size : versions;
      const next = check(old ?? memory.get(id), queued - versions);
      // This version replaces them; one that is being sent now does not come back.
      if (versions) store.delete(earlier);
      return next;
    };
    try {
      check(memory.get(id), queue.volatile().size);
      const receipt = settled(id);
      const isPageLeft = sender.isPaused();
      // A page that is being left runs no second task, neither for the network nor for the device.
      if (isPageLeft) sender.send(id, entry);
      const isOnDisk = await queue.save(id, entry, isPageLeft ? undefined : checkDevice);
      emit({ id, state: isOnDisk ? 'stored' : 'volatile' });
      return { id, stored: isOnDisk ? 'disk' : 'memory', tried: sender.drain(DUE), settled: receipt };
    } catch (error) {
      emit({ id, state: 'refused', reason: (error as HeedError).code });
      throw error;
    }
  };
}
