import { INPUT, listen } from '../listen.ts';
import type { PromptEnvironment } from '../environment.ts';

/** Fires after so long without input, while the page is in view. */
export function watchIdle(environment: PromptEnvironment, ms: number, fire: () => void): () => void {
  let last: number;
  let stop: (() => void) | undefined;
  /** One timer at a time, however much is typed meanwhile. */
  const wait = (left: number): void => {
    stop = environment.wait(left, () => {
      // A clock that was set back must not make it wait for years.
      last = Math.min(last, environment.now());
      const silence = environment.now() - last;
      if (silence >= ms) fire();
      else wait(ms - silence);
    });
  };
  const begin = (): void => {
    stop?.();
    last = environment.now();
    if (environment.isVisible()) wait(ms);
  };
  begin();
  const ends = [
    listen(document, ['visibilitychange'], begin),
    listen(document, INPUT, () => {
      last = environment.now();
    }),
    () => stop?.(),
  ];
  return () => ends.forEach((end) => end());
}
