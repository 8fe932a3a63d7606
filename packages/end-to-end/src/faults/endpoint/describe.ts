/** What a user and a developer read, from the texts of the elements and of the client. */
import german from '../../../../elements/src/locales/de.ts';
import { commonEnglish } from '../../../../elements/src/locales/en/common.ts';
import { warningOf } from '../../../../client/src/explain/causes.ts';
import type { CommonStrings } from '../../../../elements/src/locales/strings.ts';
import type { EndpointCase } from './cases.ts';

const WORDS: Record<'en' | 'de', CommonStrings> = { en: commonEnglish, de: german };

export type Language = keyof typeof WORDS;
type Kind = EndpointCase['shows'] | 'memory';

/** Title and text. */
export function wordsOf(kind: Kind, language: Language, isOnline: boolean): [title: string, text: string] {
  const words = WORDS[language];
  if (kind === 'refused') return [words.refusedTitle, words.refusedText];
  const text = isOnline ? (`${kind}OnlineText` as const) : (`${kind}Text` as const);
  return [words[`${kind}Title`], words[text]];
}

/** @param address of the endpoint @param page origin of the page */
export function consoleOf({ cause, situation }: EndpointCase, address: string, page: string): string {
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
