import { promptPastOf } from '@heed/core/prompts';
import type { Memory } from './memory.ts';

/** The time between the trigger and the showing. It goes on over navigations of the same visit. */
export interface Delay {
  /** When it is over; undefined while it does not run. */
  readonly end: number | undefined;
  readonly isOver: boolean;
  /** Does nothing when it runs already. */
  start(): void;
  /** For a trigger that no longer holds, or was used up. */
  cancel(): void;
  /** Leaves it to the next page. */
  close(): void;
}

export function createDelay(memory: Memory, name: string, ms: number, done: () => void): Delay {
  const { environment } = memory;
  let stop: (() => void) | undefined;
  let end: number | undefined;
  let isOver = false;

  const kept = (): number | undefined => memory.read()?.prompts.get(name)?.due;
  const keep = (due: number | undefined): void => {
    memory.change((history) => {
      const past = promptPastOf(history, name);
      delete past.due;
      if (due !== undefined) history.prompts.set(name, { ...past, due });
    });
  };
  const run = (left: number): void => {
    end = environment.now() + left;
    isOver = left <= 0;
    if (isOver) return;
    stop = environment.wait(left, () => {
      isOver = true;
      done();
    });
  };
  return {
    get end() {
      return end;
    },
    get isOver() {
      return isOver;
    },
    start() {
      if (end !== undefined) return;
      const due = kept();
      run(due === undefined ? ms : Math.min(ms, due - environment.now()));
      if (ms > 0 && due === undefined) keep(end);
    },
    cancel() {
      stop?.();
      if (kept() !== undefined) keep(undefined);
      end = undefined;
      isOver = false;
    },
    close: () => stop?.(),
  };
}
