/** The texts that users and developers see, taken from the elements and the client. */
import german from '../../../../elements/src/locales/de.ts';
import { commonEnglish } from '../../../../elements/src/locales/en/common.ts';
import { warningOf } from '../../../../client/src/explain/causes.ts';
import type { CommonStrings } from '../../../../elements/src/locales/strings.ts';
import type { EndpointCase } from './endpoint-cases.ts';

const STRINGS: Record<'en' | 'de', CommonStrings> = { en: commonEnglish, de: german };

export type Language = keyof typeof STRINGS;
type Kind = EndpointCase['shows'] | 'memory';

/** Returns the title and text of the outcome in the element. */
export function listStatusTexts(
  kind: Kind,
  language: Language,
  isOnline: boolean,
): [title: string, text: string] {
  const strings = STRINGS[language];
  if (kind === 'refused') return [strings.refusedTitle, strings.refusedText];
  const text = isOnline ? (`${kind}OnlineText` as const) : (`${kind}Text` as const);
  return [strings[`${kind}Title`], strings[text]];
}

/**
 * Returns the client's warning in the console.
 *
 * @param address URL of the endpoint
 * @param page origin of the page
 */
export function describeWarning({ cause, situation }: EndpointCase, address: string, page: string): string {
  return warningOf(cause, {
    method: 'POST',
    address,
    isPage: false,
    page,
    status: 0,
    headers: ['content-type', 'idempotency-key'],
    functions: [],
    ...situation,
  });
}
