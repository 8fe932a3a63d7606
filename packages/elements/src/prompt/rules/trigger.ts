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
  close(): void;
}

export function watchTrigger(when: When, prompt: PromptLike, memory: Memory, changed: () => void): Trigger {
  const happened = new Set<Term>();
  const stops = when.terms.map((term) =>
    watchTerm(term, prompt, memory.world, () => {
      if (prompt.open) return;
      happened.add(term);
      // The page's own listeners for the same event come first.
      setTimeout(changed);
    }),
  );
  const isTrue = (term: Term): boolean => {
    if (term.on === 'route') return isOnRoute(term.pattern);
    if (term.on === 'visit') return (memory.read()?.visits ?? 0) >= term.count;
    return happened.has(term);
  };
  return {
    holds: () => when.holds(isTrue),
    resume() {
      for (const term of when.terms) happened.add(term);
      if (!when.holds(isTrue)) happened.clear();
    },
    close: () => stops.forEach((stop) => stop()),
  };
}
