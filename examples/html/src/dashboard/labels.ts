import type { Answer } from '@heed/core';
import type { Strings } from '../localization/strings.ts';

/** Returns the label of the chosen option. Returns texts and "other" answers unchanged. */
export function findLabel({ name, value }: Pick<Answer, 'name' | 'value'>, strings: Strings): string {
  const chosen = Array.isArray(value) ? value.join(', ') : String(value ?? '–');
  return listLabels(name, strings)[chosen] ?? chosen;
}

/** Returns the labels of a question by value. */
export function listLabels(name: string, strings: Strings): Readonly<Record<string, string>> {
  switch (name) {
    case 'category':
      return strings.categories;
    case 'reason':
      return {
        price: strings.reasonPrice,
        delivery: strings.reasonDelivery,
        mistake: strings.reasonAccident,
        elsewhere: strings.reasonElsewhere,
        other: strings.reasonOther,
      };
    case 'found':
      return { yes: strings.foundYes, partly: strings.foundPartly, no: strings.foundNo };
    case 'obstacle':
      return {
        price: strings.leavingPrice,
        delivery: strings.leavingDelivery,
        looking: strings.leavingLooking,
      };
    default:
      return {};
  }
}
