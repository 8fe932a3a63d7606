import type { Term, When } from '@heed/core/prompts';
import type { PromptMemory } from './memory.ts';
import type { PromptLike } from './settings.ts';
import { isOnRoute } from './triggers/route.ts';
import { watchTerm } from './triggers/watch-term.ts';

/** Whether `when` has become true since the prompt was last shown. */
export interface Trigger {
  isTrue(): boolean;
  /** Marks all events as having happened before a navigation. Does nothing if `when` would still not be true. */
  resume(): void;
  /** Drops a moment at which the prompt could not be shown. Another moment is needed. */
  miss(): void;
  close(): void;
}

/** Terms whose event can happen again on the same page. Other terms remain true. */
const REPEATABLE_TERMS = /event|click|exit/;

/**
 * @param onChange called when a term of `when` may have become true or false
 * @param onRouteLeft called when the page leaves the routes of `when` while the prompt is open
 */
export function watchTrigger(
  when: When,
  prompt: PromptLike,
  memory: PromptMemory,
  onChange: () => void,
  onRouteLeft: () => void,
): Trigger {
  const happened = new Set<Term>();
  let isMissed = false;

  const note = (term: Term): void => {
    if (prompt.open && !when.evaluate((each) => each.on !== 'route' || isOnRoute(each.pattern)))
      onRouteLeft();
    // Another event counts again, since the page may have changed its traits. More scrolling does not.
    if (prompt.open || (happened.has(term) && !REPEATABLE_TERMS.test(term.on))) return;
    if (term.on !== 'route') {
      happened.add(term);
      isMissed = false;
    }
    // Runs after the page's own listeners for the same event.
    setTimeout(onChange);
  };
  const stops = when.terms.map((term) => watchTerm(term, prompt, memory.environment, () => note(term)));
  const isTermTrue = (term: Term): boolean => isTrueNow(term, memory) ?? happened.has(term);
  return {
    isTrue() {
      const isTrue = when.evaluate(isTermTrue);
      isMissed &&= isTrue;
      return isTrue && !isMissed;
    },
    resume() {
      for (const term of when.terms) if (term.on !== 'route') happened.add(term);
      if (!when.evaluate(isTermTrue)) happened.clear();
    },
    miss() {
      for (const term of happened) if (REPEATABLE_TERMS.test(term.on)) happened.delete(term);
      isMissed = when.evaluate(isTermTrue);
    },
    close: () => stops.forEach((stop) => stop()),
  };
}

/** Returns `undefined` for a term that becomes true with an event. */
function isTrueNow(term: Term, memory: PromptMemory): boolean | undefined {
  if (term.on === 'route') return isOnRoute(term.pattern);
  if (term.on === 'visit') return (memory.read()?.visits ?? 0) >= term.count;
  return undefined;
}
