import type { Term, When } from '@heed/core/prompts';
import type { Memory } from './memory.ts';
import type { PromptLike } from './settings.ts';
import { isOnRoute } from './triggers/route.ts';
import { watchTerm } from './triggers/watch-term.ts';

/** Whether what `when` says has happened since the prompt was last shown. */
export interface Trigger {
  holds(): boolean;
  /** Takes everything for happened, as it had before a navigation; nothing where `when` would not hold then. */
  resume(): void;
  /** Lets a moment pass at which the prompt was not to be shown: it needs another one. */
  miss(): void;
  close(): void;
}

/** What can happen again in the same page; the others would only go on to hold. */
const REPEATED = /event|click|exit/;

/**
 * @param changed called when something has happened that `when` names
 * @param left called when the page is shown on a route that `when` does not mean, while the prompt is open
 */
export function watchTrigger(
  when: When,
  prompt: PromptLike,
  memory: Memory,
  changed: () => void,
  left: () => void,
): Trigger {
  const happened = new Set<Term>();
  let isMissed = false;

  const note = (term: Term): void => {
    if (prompt.open && !when.evaluate((each) => each.on !== 'route' || isOnRoute(each.pattern))) left();
    // Scrolling on, for one, says nothing new; another event does, since the page may know more by now.
    if (prompt.open || (happened.has(term) && !REPEATED.test(term.on))) return;
    if (term.on !== 'route') {
      happened.add(term);
      isMissed = false;
    }
    // The page's own listeners for the same event come first.
    setTimeout(changed);
  };
  const stops = when.terms.map((term) => watchTerm(term, prompt, memory.environment, () => note(term)));
  const isTrue = (term: Term): boolean => {
    if (term.on === 'route') return isOnRoute(term.pattern);
    if (term.on === 'visit') return (memory.read()?.visits ?? 0) >= term.count;
    return happened.has(term);
  };
  return {
    holds() {
      const holds = when.evaluate(isTrue);
      isMissed &&= holds;
      return holds && !isMissed;
    },
    resume() {
      for (const term of when.terms) if (term.on !== 'route') happened.add(term);
      if (!when.evaluate(isTrue)) happened.clear();
    },
    miss() {
      for (const term of happened) if (REPEATED.test(term.on)) happened.delete(term);
      isMissed = when.evaluate(isTrue);
    },
    close: () => stops.forEach((stop) => stop()),
  };
}
