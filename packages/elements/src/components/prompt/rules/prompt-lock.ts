/**
 * The lock that keeps prompts from opening at the same time, in all tabs of the site. Uses Web Locks, or an entry in the
 * stored history on `http://` pages, which have none. No other module knows which.
 */
import { VISIT_GAP_MS } from '@heed/core/prompts';
import type { PromptMemory } from './memory.ts';

export type ReleaseLock = () => void;

const LOCK_NAME = 'heed-prompt';

/** The lock from the perspective of one prompt. */
export interface PromptLock {
  /** Another prompt has the lock, and this one is in the queue. */
  readonly isQueued: boolean;
  /** Returns until when another prompt has the lock at most; 0 if it is free, or if Web Locks do not say. */
  expiresAt(): number;
  /** Resolves to `undefined` if another prompt has the lock, in this tab or another one. */
  acquire(): Promise<ReleaseLock | undefined>;
  /**
   * Queues for the lock and reserves it for `acquire()`. Resolves to false if there is no queue: without Web Locks, a
   * change of the history shows when the lock is free.
   */
  queue(): Promise<boolean>;
  /** Releases a reserved lock that was not acquired. */
  releaseReserved(): void;
  /** Leaves the queue. */
  close(): void;
}

export function createPromptLock(memory: PromptMemory): PromptLock {
  const { locks } = memory.environment;
  let queueing: AbortController | undefined;
  let reserved: ReleaseLock | undefined;
  const releaseReserved = (): void => {
    reserved?.();
    reserved = undefined;
  };
  return {
    get isQueued() {
      return !!queueing;
    },
    expiresAt: () => (locks ? 0 : (memory.read()?.busy ?? 0)),
    async acquire() {
      const release = reserved ?? (await acquireLock(memory));
      reserved = undefined;
      return release;
    },
    async queue() {
      if (!locks || queueing) return false;
      queueing = new AbortController();
      reserved = await requestLock(locks, { signal: queueing.signal });
      queueing = undefined;
      return !!reserved;
    },
    releaseReserved,
    close() {
      queueing?.abort();
      releaseReserved();
    },
  };
}

/** Firefox grants a lock only some time after its release. */
let releasing: Promise<unknown> | undefined;

/** Resolves to `undefined` if another prompt has the lock. */
export async function acquireLock(memory: PromptMemory): Promise<ReleaseLock | undefined> {
  const { locks } = memory.environment;
  if (!locks) return acquireEntry(memory);
  await releasing;
  return requestLock(locks, { ifAvailable: true });
}

/** The browser releases a lock when the page is closed or crashes. */
function requestLock(locks: LockManager, options: LockOptions): Promise<ReleaseLock | undefined> {
  return new Promise((resolve) => {
    const released = locks
      .request(LOCK_NAME, options, (lock) => {
        if (!lock) return resolve(undefined);
        return new Promise<void>((release) =>
          resolve(() => {
            release();
            releasing = released;
          }),
        );
      })
      .catch(() => resolve(undefined));
  });
}

/** Writes an entry that expires after half an hour, since a tab that crashes cannot delete it. */
function acquireEntry(memory: PromptMemory): ReleaseLock | undefined {
  let isTaken = false;
  const isStored = memory.change((history, now) => {
    isTaken = history.busy > now;
    if (!isTaken) history.busy = now + VISIT_GAP_MS;
  });
  if (isTaken || !isStored) return undefined;
  const release = (): void => {
    removeEventListener('pagehide', release);
    memory.change((history) => {
      history.busy = 0;
    });
  };
  addEventListener('pagehide', release);
  return release;
}
