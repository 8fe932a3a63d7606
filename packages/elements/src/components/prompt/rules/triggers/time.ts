import type { PromptEnvironment } from '../environment.ts';
import { listen } from '../listen.ts';

/** Fires once the page has been in view for this long in total. */
export function watchTime(environment: PromptEnvironment, ms: number, fire: () => void): () => void {
  let leftMs = ms;
  let since = 0;
  let stopTimer: (() => void) | undefined;
  const update = (): void => {
    if (stopTimer) leftMs -= Math.max(0, environment.now() - since);
    stopTimer?.();
    stopTimer = undefined;
    if (!environment.isVisible()) return;
    since = environment.now();
    stopTimer = environment.wait(Math.max(0, leftMs), fire);
  };
  update();
  const stopListening = listen(document, ['visibilitychange'], update);
  return () => {
    stopListening();
    stopTimer?.();
  };
}
