import type { Term } from '@heed/core/prompts';
import { lookUp } from '../facts.ts';
import { listen } from '../listen.ts';
import type { PromptEnvironment } from '../environment.ts';
import { watchExit } from './exit.ts';
import { watchIdle } from './idle.ts';
import { watchRoute } from './route.ts';
import { watchScroll } from './scroll.ts';
import { watchTime } from './time.ts';
import { watchVisible } from './visible.ts';

/**
 * Calls back when what the term names happens, or may hold now. Driven by events; nothing is asked again and again.
 *
 * @returns what ends it
 */
export function watchTerm(
  term: Term,
  prompt: Element,
  environment: PromptEnvironment,
  fire: () => void,
): () => void {
  switch (term.on) {
    case 'event':
      // At the window, before everybody else: events that do not bubble, or are stopped, arrive here as well.
      return listen<CustomEvent>(window, [term.name], ({ detail }) => {
        if (term.condition?.evaluate((name) => lookUp(name, detail)) ?? true) fire();
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
