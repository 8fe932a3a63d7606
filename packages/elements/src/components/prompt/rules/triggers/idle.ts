import type { PromptEnvironment } from '../environment.ts';
import { INPUT_EVENTS, listen } from '../listen.ts';

/** Fires after this time without input, while the page is in view. */
export function watchIdle(environment: PromptEnvironment, ms: number, fire: () => void): () => void {
  let lastInput: number;
  let stopTimer: (() => void) | undefined;
  /** Uses one timer at a time, however much input there is. */
  const wait = (leftMs: number): void => {
    stopTimer = environment.wait(leftMs, () => {
      // If the clock was set back, the time of the last input is in the future.
      lastInput = Math.min(lastInput, environment.now());
      const idleMs = environment.now() - lastInput;
      if (idleMs >= ms) fire();
      else wait(ms - idleMs);
    });
  };
  const restart = (): void => {
    stopTimer?.();
    lastInput = environment.now();
    if (environment.isVisible()) wait(ms);
  };
  restart();
  const stops = [
    listen(document, ['visibilitychange'], restart),
    listen(document, INPUT_EVENTS, () => {
      lastInput = environment.now();
    }),
    () => stopTimer?.(),
  ];
  return () => stops.forEach((stop) => stop());
}
