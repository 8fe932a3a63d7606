import type { Term } from '@heed/core/prompts';
import { getOwnValue } from '../show-if-variables.ts';
import { listen } from '../listen.ts';
import type { PromptEnvironment } from '../environment.ts';
import { watchExit } from './exit.ts';
import { watchIdle } from './idle.ts';
import { watchRoute } from './route.ts';
import { watchScroll } from './scroll.ts';
import { watchTime } from './time.ts';
import { watchVisible } from './visible.ts';

/** Calls back when the term becomes true, or may have become true. Returns a function that stops it. Does not poll. */
export function watchTerm(
  term: Term,
  prompt: Element,
  environment: PromptEnvironment,
  fire: () => void,
): () => void {
  switch (term.on) {
    case 'event':
      // Capturing at the window also catches events that do not bubble or are stopped.
      return listen<CustomEvent>(window, [term.name], ({ detail }) => {
        if (term.condition?.evaluate((name) => getOwnValue(name, detail)) ?? true) fire();
      });
    case 'time':
      return watchTime(environment, term.ms, fire);
    case 'idle':
      return watchIdle(environment, term.ms, fire);
    case 'scroll':
      return watchScroll(prompt, term.share, fire);
    case 'visible':
      return watchVisible(term.selector, fire);
    case 'click':
      return watchClick(term.selector, fire);
    case 'exit':
      return watchExit(environment, fire);
    case 'route':
      return watchRoute(fire);
    case 'visit':
      return () => {};
  }
}

function watchClick(selector: string, fire: () => void): () => void {
  return listen(document, ['click'], (event) => {
    if (event.composedPath().some((node) => node instanceof Element && node.matches(selector))) fire();
  });
}
