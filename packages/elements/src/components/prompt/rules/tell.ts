import { recordMoment, promptPastOf } from '@heed/core/prompts';
import type { Memory } from './memory.ts';

/** What became of a prompt, or of the answer that was given in it. */
export type Happening = 'shown' | 'dismissed' | 'later' | 'stored' | 'sent' | 'refused';

/** Keeps what becomes of a prompt. An answer counts as soon as it is stored, and no longer once it is refused. */
export function createTeller(memory: Memory, name: () => string): (happening: Happening) => boolean {
  /** While an answer is stored and not yet confirmed: when there was one before it, or 0. */
  let before: number | undefined;
  return (happening) =>
    memory.change((history, now) => {
      const past = promptPastOf(history, name());
      switch (happening) {
        case 'refused':
          if (before) past.answered = before;
          else if (before === 0) delete past.answered;
          break;
        case 'stored':
        case 'sent':
          if (happening === 'stored') before ??= past.answered ?? 0;
          recordMoment(history, name(), 'answered', now);
          break;
        default:
          recordMoment(history, name(), happening, now);
      }
      if (happening === 'sent' || happening === 'refused') before = undefined;
    });
}
