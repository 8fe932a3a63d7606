import { warnOnce } from '../../shared/base/warn.ts';

/** The word that an attribute has; undefined where it is absent, and with a warning where it is none of them. */
export function oneOf<Word extends string>(
  host: Element,
  attribute: string,
  got: string | undefined,
  words: readonly Word[],
): Word | undefined {
  const word = words.find((known) => known === got);
  if (got !== undefined && !word)
    warnOnce(host, 'HEED_DISPLAY', `${attribute} must be one of ${words.join(', ')}; got "${got}"`);
  return word;
}
