import type { ClientEvent, Delivery, Receipt } from './client.ts';

/** A submission of this page, waiting for its end. */
interface Waiter extends Pick<Receipt, 'verdict' | 'settled'> {
  /** No attempt of this page is over yet. */
  isFresh: boolean;
  /** The first attempt is over. */
  judge(delivery: Delivery): void;
  /** It will not change any more. */
  settle(delivery: Delivery): void;
}

/** Tells what happens to records: to the listeners, to the submissions of this page, to the project's other tabs. */
export interface Hub {
  listeners: Set<(event: ClientEvent) => void>;
  /** Submissions of this page without an end yet, by id. */
  waiters: Map<string, Waiter>;
  watch(id: string): Waiter;
  /** Here and in the other tabs. */
  emit(event: ClientEvent): void;
  /** Submissions of this page that no attempt was made for. */
  fresh(): string[];
  /** No attempt will be made for them before `due`. */
  stall(due: number): void;
  close(): void;
}

/**
 * A channel to the other tabs tells more than a row that is gone: the endpoint's words for the visitor, and whether
 * the record was confirmed or discarded.
 */
export function createHub(name: string): Hub {
  const listeners: Hub['listeners'] = new Set();
  const waiters: Hub['waiters'] = new Map();
  const hear = (event: ClientEvent): void => {
    conclude(waiters, event);
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        reportError(error);
      }
    }
  };
  const channel = openChannel(name, hear);
  return {
    listeners,
    waiters,
    watch(id) {
      const waiter = waiters.get(id) ?? createWaiter();
      waiters.set(id, waiter);
      return waiter;
    },
    emit(event) {
      hear(event);
      channel?.postMessage(event);
    },
    fresh: () => Array.from(waiters).flatMap(([id, waiter]) => (waiter.isFresh ? id : [])),
    stall(due) {
      for (const waiter of waiters.values()) waiter.judge({ state: 'retrying', reason: 'paused', due });
    },
    close: () => channel?.close(),
  };
}

function openChannel(name: string, hear: (event: ClientEvent) => void): BroadcastChannel | undefined {
  try {
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => hear(data as ClientEvent);
    return channel;
  } catch {
    // Firefox refuses where the page may keep nothing on the device; the tabs share no queue then.
    return undefined;
  }
}

function conclude(waiters: Hub['waiters'], { id, ...event }: ClientEvent): void {
  if (event.state === 'purged') {
    for (const id of waiters.keys()) conclude(waiters, { id, state: 'discarded' });
  }
  const waiter = waiters.get(id);
  if (!waiter || event.state === 'stored' || event.state === 'volatile') return;
  waiter.isFresh = false;
  waiter.judge(event as Delivery);
  if (event.state === 'retrying' || event.state === 'held') return;
  waiter.settle(event as Delivery);
  waiters.delete(id);
}

function createWaiter(): Waiter {
  const waiter = { isFresh: true } as Waiter;
  waiter.verdict = new Promise((resolve) => (waiter.judge = resolve));
  waiter.settled = new Promise((resolve) => (waiter.settle = resolve));
  return waiter;
}
