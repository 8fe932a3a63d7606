import { isTouched } from '../facts.ts';
import { listen } from '../listen.ts';
import type { PromptEnvironment } from '../environment.ts';

/** So much of the window's height, scrolled up within so long by a finger, is the way to the address bar. */
const QUICK_SHARE = 0.5;
const QUICK_MS = 400;
/** How long a page goes on scrolling after the finger has left it. */
const FLING_MS = 1000;

/** Fires when the visitor is about to leave; on a touch screen, which tells less, also when they come back. */
export function watchExit(environment: PromptEnvironment, fire: () => void): () => void {
  const ends = [
    listen<MouseEvent>(document, ['mouseout'], ({ clientY, relatedTarget }) => {
      if (!relatedTarget && clientY <= 0) fire();
    }),
    watchQuickScroll(environment, fire),
    watchReturn(environment, fire),
  ];
  return () => ends.forEach((end) => end());
}

/** Only what a finger does: a page that scrolls up by itself says nothing about the visitor. */
function watchQuickScroll(environment: PromptEnvironment, fire: () => void): () => void {
  let touched = -Infinity;
  let low = { y: scrollY, at: 0 };
  const ends = [
    listen(document, ['touchmove'], () => {
      touched = environment.now();
    }),
    listen(document, ['scroll'], () => {
      const at = environment.now();
      if (scrollY >= low.y || at - low.at > QUICK_MS) low = { y: scrollY, at };
      if (low.y - scrollY > innerHeight * QUICK_SHARE && at - touched < FLING_MS) fire();
    }),
  ];
  return () => ends.forEach((end) => end());
}

function watchReturn(environment: PromptEnvironment, fire: () => void): () => void {
  return listen(document, ['visibilitychange'], () => {
    if (environment.isVisible() && isTouched()) fire();
  });
}
