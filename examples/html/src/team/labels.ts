import type { Answer } from '@heed/core';
import type { Words } from '../page/words/words.ts';

/** The words for what was chosen, as the shop asks it; a text or an option of one's own as it came. */
export function labelOf({ name, value }: Pick<Answer, 'name' | 'value'>, words: Words): string {
  const chosen = Array.isArray(value) ? value.join(', ') : String(value ?? '–');
  return labelsOf(name, words)[chosen] ?? chosen;
}

/** Of one question, by value. */
export function labelsOf(name: string, words: Words): Readonly<Record<string, string>> {
  switch (name) {
    case 'category':
      return words.categories;
    case 'reason':
      return {
        price: words.reasonPrice,
        delivery: words.reasonDelivery,
        mistake: words.reasonMistake,
        elsewhere: words.reasonElsewhere,
        other: words.reasonOther,
      };
    case 'found':
      return { yes: words.foundYes, partly: words.foundPartly, no: words.foundNo };
    case 'obstacle':
      return { price: words.leavingPrice, delivery: words.leavingDelivery, looking: words.leavingLooking };
    default:
      return {};
  }
}
