import { listen } from '../listen.ts';
import type { PromptEnvironment } from '../environment.ts';

/** Fires after so long in view of the visitor, all stretches together. */
export function watchTime(environment: PromptEnvironment, ms: number, fire: () => void): () => void {
  let left = ms;
  let since = 0;
  let stop: (() => void) | undefined;
  const change = (): void => {
    if (stop) left -= Math.max(0, environment.now() - since);
    stop?.();
    stop = undefined;
    if (!environment.isVisible()) return;
    since = environment.now();
    stop = environment.wait(Math.max(0, left), fire);
  };
  change();
  const end = listen(document, ['visibilitychange'], change);
  return () => {
    end();
    stop?.();
  };
}
