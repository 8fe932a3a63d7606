import type { SurveyText } from './definition.ts';

/**
 * The words to show to a reader of a language: those of exactly this tag, else of the language in the same script
 * (`zh-CN` reads `zh-Hans`), else of the language, else English, else the first that there are.
 *
 * @param language BCP 47 tag, as in `lang`
 */
export function textIn(text: SurveyText, language: string): string {
  if (typeof text === 'string') return text;
  const tags = Object.keys(text);
  const wanted = [language, ...widen(language), 'en'].map((tag) => tag.toLowerCase());
  const found = wanted.map((tag) => tags.find((each) => each.toLowerCase() === tag)).find(Boolean);
  return text[found ?? tags[0] ?? ''] ?? '';
}

/** A tag that is none has nothing wider. */
function widen(tag: string): string[] {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return [`${language}-${script}`, language];
  } catch {
    return [];
  }
}
