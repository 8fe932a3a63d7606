import type { ClientEvent, Delivery } from './client.ts';

type Listener = (event: ClientEvent) => void;

/** Tells what happens to records, in this page and in the project's other tabs. */
export interface Hub {
  /** @returns stops it */
  subscribe(listener: Listener): () => void;
  /** Here and in the other tabs. */
  emit(event: ClientEvent): void;
  close(): void;
}

/**
 * A channel to the other tabs says more than a row that is gone: the endpoint's words for the visitor, and whether the
 * record was confirmed or discarded.
 */
export function createHub(name: string): Hub {
  const listeners = new Set<Listener>();
  let channel: BroadcastChannel | undefined;
  const tell = (event: ClientEvent): void => {
    // One that throws is reported by the browser and disturbs no other.
    for (const listener of listeners) queueMicrotask(() => listener(event));
  };
  try {
    channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => tell(data as ClientEvent);
  } catch {
    // Firefox refuses where the page may keep nothing on the device; the tabs share no queue then.
  }
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit(event) {
      tell(event);
      channel?.postMessage(event);
    },
    close() {
      channel?.close();
      channel = undefined;
    },
  };
}

/** Resolves with the first of these states that the record, or all of them, come to. */
export function nextDelivery(hub: Hub, id: string, states: string): Promise<Delivery> {
  return new Promise((resolve) => {
    const stop = hub.subscribe((event) => {
      if ((event.id && event.id !== id) || !states.includes(event.state)) return;
      stop();
      resolve(event as Delivery);
    });
  });
}
