import { SETTLED_STATES } from '../api/delivery-states.ts';
import type { ClientEvent, Settled } from '../api/events.ts';

/** Distributes the events of a project in this page and to its other tabs. */
export interface EventBus {
  emit(event: ClientEvent): void;
  /** Resolves with the final state of the record. */
  settled(id: string): Promise<Settled>;
  close(): void;
}

/**
 * Opens a channel between the tabs. An entry that is gone from the device does not say enough: an event includes the
 * endpoint's response, and whether the record was confirmed or discarded.
 *
 * @param listener called with all events, of this tab and of the others
 */
export function createEventBus(name: string, listener: (event: ClientEvent) => void): EventBus {
  let receipts: [id: string, settle: (event: Settled) => void][] = [];
  let channel: BroadcastChannel | undefined;

  const record = (event: ClientEvent): void => {
    listener(event);
    if (SETTLED_STATES.includes(event.state))
      // A partial version's id starts with the id of its complete record; every id starts with the empty one of a purge.
      receipts = receipts.filter(([id, settle]) => !id.startsWith(event.id) || settle(event as Settled));
  };

  try {
    channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => record(data as ClientEvent);
    // An open channel would keep Node running.
    (channel as { unref?(): void }).unref?.();
  } catch {
    // Firefox throws where the page has no access to storage; the tabs share no queue there.
  }
  return {
    emit(event) {
      record(event);
      channel?.postMessage(event);
    },
    settled: (id) => new Promise((resolve) => receipts.push([id, resolve])),
    close() {
      channel?.close();
      channel = undefined;
    },
  };
}
