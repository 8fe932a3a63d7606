import { recordMoment, promptPastOf } from '@heed/core/prompts';
import type { PromptMemory } from './memory.ts';

/** An event of a prompt, or the delivery state of its answer. */
export type PromptEvent = 'shown' | 'dismissed' | 'later' | 'stored' | 'sent' | 'refused';

/**
 * Returns a function that records an event, and returns false if the device did not store it. An answer counts once it
 * is stored, and no longer if it is refused.
 */
export function createEventRecorder(
  memory: PromptMemory,
  getName: () => string,
): (event: PromptEvent) => boolean {
  /** The time of the previous answer, or 0, while an answer is stored and not yet confirmed. */
  let previousAnswer: number | undefined;
  return (event) =>
    memory.change((history, now) => {
      const past = promptPastOf(history, getName());
      switch (event) {
        case 'refused':
          if (previousAnswer) past.answered = previousAnswer;
          else if (previousAnswer === 0) delete past.answered;
          break;
        case 'stored':
        case 'sent':
          if (event === 'stored') previousAnswer ??= past.answered ?? 0;
          recordMoment(history, getName(), 'answered', now);
          break;
        default:
          recordMoment(history, getName(), event, now);
      }
      if (event === 'sent' || event === 'refused') previousAnswer = undefined;
    });
}
