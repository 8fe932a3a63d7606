import type { PromptEnvironment } from '../environment.ts';
import { listen } from '../listen.ts';
import { isTouchDevice } from '../show-if-variables.ts';

/** Scrolling up by this share of the window within this time suggests that the user wants the address bar. */
const QUICK_SHARE = 0.5;
const QUICK_MS = 400;
/** How long a page continues to scroll after the finger was lifted. */
const MOMENTUM_MS = 1000;

/** Fires when the user is about to leave. On a touch screen, which gives fewer hints, also when the user returns. */
export function watchExit(environment: PromptEnvironment, fire: () => void): () => void {
  const stops = [
    listen<MouseEvent>(document, ['mouseout'], ({ clientY, relatedTarget }) => {
      if (!relatedTarget && clientY <= 0) fire();
    }),
    watchQuickScroll(environment, fire),
    watchReturn(environment, fire),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Counts only scrolling with a finger: scrolling from a script says nothing about the user. */
function watchQuickScroll(environment: PromptEnvironment, fire: () => void): () => void {
  let touchedAt = -Infinity;
  let lowest = { y: scrollY, at: 0 };
  const stops = [
    listen(document, ['touchmove'], () => {
      touchedAt = environment.now();
    }),
    listen(document, ['scroll'], () => {
      const at = environment.now();
      if (scrollY >= lowest.y || at - lowest.at > QUICK_MS) lowest = { y: scrollY, at };
      if (lowest.y - scrollY > innerHeight * QUICK_SHARE && at - touchedAt < MOMENTUM_MS) fire();
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

function watchReturn(environment: PromptEnvironment, fire: () => void): () => void {
  return listen(document, ['visibilitychange'], () => {
    if (environment.isVisible() && isTouchDevice()) fire();
  });
}
