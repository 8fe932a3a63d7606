import { listen } from '../listen.ts';
import type { World } from '../environment.ts';

/** Fires after so long in view of the visitor, all stretches together. */
export function watchTime(world: World, ms: number, fire: () => void): () => void {
  let left = ms;
  let since = 0;
  let stop: (() => void) | undefined;
  const change = (): void => {
    if (stop) left -= Math.max(0, world.now() - since);
    stop?.();
    stop = undefined;
    if (!world.isVisible()) return;
    since = world.now();
    stop = world.wait(Math.max(0, left), fire);
  };
  change();
  const end = listen(document, ['visibilitychange'], change);
  return () => {
    end();
    stop?.();
  };
}
