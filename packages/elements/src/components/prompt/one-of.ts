import { warnOnce } from '../../shared/base/warn.ts';

/** The word that an attribute has; undefined where it is absent, and with a warning where it is none of them. */
export function oneOf<Translation extends string>(
  host: Element,
  attribute: string,
  got: string | undefined,
  strings: readonly Translation[],
): Translation | undefined {
  const word = strings.find((known) => known === got);
  if (got !== undefined && !word)
    warnOnce(host, 'HEED_DISPLAY', `${attribute} must be one of ${strings.join(', ')}; got "${got}"`);
  return word;
}
