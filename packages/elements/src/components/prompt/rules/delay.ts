import { promptPastOf } from '@heed/core/prompts';
import type { PromptMemory } from './memory.ts';

/** The time between the trigger and the showing. It continues on other pages of the same visit. */
export interface Delay {
  /** When the delay ends; `undefined` while it is not running. */
  readonly end: number | undefined;
  readonly isOver: boolean;
  /** Does nothing if the delay is already running. */
  start(): void;
  /** For a trigger that is no longer true, or has led to a showing. */
  cancel(): void;
  /** Stops the timer. The next page continues the delay. */
  close(): void;
}

export function createDelay(memory: PromptMemory, name: string, ms: number, onOver: () => void): Delay {
  const { environment } = memory;
  let stop: (() => void) | undefined;
  let end: number | undefined;
  let isOver = false;

  const run = (leftMs: number): void => {
    end = environment.now() + leftMs;
    isOver = leftMs <= 0;
    if (isOver) return;
    stop = environment.wait(leftMs, () => {
      isOver = true;
      onOver();
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
      const due = readDue(memory, name);
      run(due === undefined ? ms : Math.min(ms, due - environment.now()));
      if (ms > 0 && due === undefined) storeDue(memory, name, end);
    },
    cancel() {
      stop?.();
      if (readDue(memory, name) !== undefined) storeDue(memory, name, undefined);
      end = undefined;
      isOver = false;
    },
    close: () => stop?.(),
  };
}

function readDue(memory: PromptMemory, name: string): number | undefined {
  return memory.read()?.prompts.get(name)?.due;
}

function storeDue(memory: PromptMemory, name: string, due: number | undefined): void {
  memory.change((history) => {
    const past = promptPastOf(history, name);
    delete past.due;
    if (due !== undefined) history.prompts.set(name, { ...past, due });
  });
}
