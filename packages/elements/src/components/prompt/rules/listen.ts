import { runBeforeNextFrame } from '../../../shared/overlay/dom-fallbacks.ts';

/** Events that show that the user is active. */
export const INPUT_EVENTS = [
  'pointermove',
  'pointerdown',
  'keydown',
  'wheel',
  'scroll',
  'touchmove',
  'input',
];

/** Listens before the page's own listeners, and never delays scrolling. Returns a function that stops listening. */
export function listen<Type extends Event>(
  target: EventTarget,
  types: readonly string[],
  callback: (event: Type) => void,
): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  for (const type of types) {
    target.addEventListener(type, callback as (event: Event) => void, {
      capture: true,
      passive: true,
      signal,
    });
  }
  return () => ending.abort();
}

/** Returns a function that calls back once before the next frame, however often it is called until then. */
export function throttleToFrame(callback: () => void): () => void {
  let isScheduled = false;
  return () => {
    if (isScheduled) return;
    isScheduled = true;
    runBeforeNextFrame(() => {
      isScheduled = false;
      callback();
    });
  };
}
