import { VISIT_GAP_MS } from '@heed/core/prompts';
import type { Memory } from './memory.ts';

/** Gives the turn back. */
export type Release = () => void;

const LOCK = 'heed-prompt';

/** The turn as one prompt sees it. */
export interface PromptLock {
  /** Another prompt has it, and this one is in the queue. */
  readonly isAwaited: boolean;
  /** @returns undefined when another prompt has it, in this tab or another one */
  take(): Promise<Release | undefined>;
  /**
   * Gets in the queue, and keeps the turn for `take()`.
   *
   * @returns false where there is no queue: without locks, memory tells when the turn is free
   */
  wait(): Promise<boolean>;
  /** Gives back what was waited for and not taken. */
  giveBack(): void;
  /** Leaves the queue. */
  close(): void;
}

export function createTurn(memory: Memory): PromptLock {
  const { locks } = memory.environment;
  let queue: AbortController | undefined;
  let kept: Release | undefined;
  const giveBack = (): void => {
    kept?.();
    kept = undefined;
  };
  return {
    get isAwaited() {
      return !!queue;
    },
    async take() {
      const taken = kept ?? (await takeTurn(memory));
      kept = undefined;
      return taken;
    },
    async wait() {
      if (!locks || queue) return false;
      queue = new AbortController();
      kept = await request(locks, { signal: queue.signal });
      queue = undefined;
      return !!kept;
    },
    giveBack,
    close() {
      queue?.abort();
      giveBack();
    },
  };
}

/** Firefox hands out a turn only some time after it was given back. */
let handingBack: Promise<unknown> | undefined;

export async function takeTurn(memory: Memory): Promise<Release | undefined> {
  const { locks } = memory.environment;
  if (!locks) return takeEntry(memory);
  await handingBack;
  return request(locks, { ifAvailable: true });
}

/** The browser gives a lock back by itself when its page is closed or crashes. */
function request(locks: LockManager, options: LockOptions): Promise<Release | undefined> {
  return new Promise((resolve) => {
    const held = locks
      .request(LOCK, options, (lock) => {
        if (!lock) return resolve(undefined);
        return new Promise<void>((release) =>
          resolve(() => {
            release();
            handingBack = held;
          }),
        );
      })
      .catch(() => resolve(undefined));
  });
}

/** An entry that holds no longer than a visit, because a tab that crashes cannot take it back. */
function takeEntry(memory: Memory): Release | undefined {
  let isTaken = false;
  const isKept = memory.change((history, now) => {
    isTaken = history.busy > now;
    if (!isTaken) history.busy = now + VISIT_GAP_MS;
  });
  if (isTaken || !isKept) return undefined;
  const release = (): void => {
    removeEventListener('pagehide', release);
    memory.change((history) => {
      history.busy = 0;
    });
  };
  addEventListener('pagehide', release);
  return release;
}
