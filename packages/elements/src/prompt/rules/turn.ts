import { VISIT_GAP_MS } from '@heed/core/prompts';
import type { Memory } from './memory.ts';

/** Gives the turn back. */
export type Release = () => void;

const LOCK = 'heed-prompt';

/** @returns undefined when another prompt has the turn, in this tab or another one */
export function takeTurn(memory: Memory): Promise<Release | undefined> {
  const { locks } = memory.world;
  return locks ? request(locks, { ifAvailable: true }) : Promise.resolve(takeEntry(memory));
}

/** Waits for the turn; never where there are no locks, since memory tells then when it is free. */
export function awaitTurn({ world }: Memory, signal: AbortSignal): Promise<Release | undefined> {
  return world.locks ? request(world.locks, { signal }) : Promise.resolve(undefined);
}

/** The browser gives a lock back by itself when its page is closed or crashes. */
function request(locks: LockManager, options: LockOptions): Promise<Release | undefined> {
  return new Promise((resolve) => {
    locks
      .request(
        LOCK,
        options,
        (lock) => new Promise<void>((release) => resolve(lock ? release : (release(), undefined))),
      )
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
