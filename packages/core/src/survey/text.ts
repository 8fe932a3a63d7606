import type { SurveyText } from './definition.ts';

/**
 * Returns the text in a language, by the first match: the exact tag, the language (`de-AT` matches `de`), the
 * language in the same script (`zh-CN` matches `zh-Hans`), English, or the first text.
 *
 * @param language BCP 47 tag, as in `lang`
 */
export function textIn(text: SurveyText, language: string): string {
  if (typeof text === 'string') return text;
  const tags = Object.keys(text);
  return text[findTag(tags, language) ?? findTag(tags, 'en') ?? tags[0] ?? ''] ?? '';
}

function findTag(tags: readonly string[], language: string): string | undefined {
  const [spoken, written] = readTag(language);
  const same = (wanted: string | undefined) => (tag: string) => tag.toLowerCase() === wanted?.toLowerCase();
  return (
    tags.find(same(language)) ??
    tags.find(same(spoken)) ??
    tags.find((tag) => written !== undefined && readTag(tag)[1] === written)
  );
}

/** Returns an empty list for an invalid tag. */
function readTag(tag: string): [spoken?: string, written?: string] {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return [language, `${language}-${script}`];
  } catch {
    return [];
  }
}
