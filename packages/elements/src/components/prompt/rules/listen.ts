import { nextFrame } from '../platform.ts';

/** What a visitor does, as a browser tells it. */
export const INPUT = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll', 'touchmove', 'input'];

/**
 * Hears events of these types before the page's own listeners, and never delays scrolling.
 *
 * @returns what ends it
 */
export function listen<Type extends Event>(
  target: EventTarget,
  types: readonly string[],
  act: (event: Type) => void,
): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  for (const type of types) {
    target.addEventListener(type, act as (event: Event) => void, { capture: true, passive: true, signal });
  }
  return () => ending.abort();
}

/** Acts once in the next frame, however often it is called until then. */
export function oncePerFrame(act: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    nextFrame(() => {
      isDue = false;
      act();
    });
  };
}
