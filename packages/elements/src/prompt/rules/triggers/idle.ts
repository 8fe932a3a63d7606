import { listen } from '../listen.ts';
import type { World } from '../world.ts';

const INPUT = 'pointermove pointerdown keydown wheel scroll touchmove input visibilitychange';

/** Fires after so long without input, while the page is in view. */
export function watchIdle(world: World, ms: number, fire: () => void): () => void {
  let last = world.now();
  // One timer at a time, whatever is typed meanwhile; a clock that was set back cannot make it wait longer.
  const wait = (left: number): (() => void) =>
    world.wait(left, () => {
      const silence = world.isVisible() ? Math.max(0, world.now() - last) : 0;
      if (silence >= ms) fire();
      else stop = wait(Math.min(ms, ms - silence));
    });
  let stop = wait(ms);
  const end = listen(document, INPUT, () => {
    last = world.now();
  });
  return () => {
    end();
    stop();
  };
}
