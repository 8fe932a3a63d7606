import type { Strings } from './strings.ts';

export { noteEnglish } from '../shared/localization/mark-english.ts';

type LocaleModule = { default: Strings };

/** One file per language, loaded on first use. English is part of the elements. */
const LOADERS: Record<string, () => Promise<LocaleModule>> = {
  ar: () => import('./ar.ts'),
  bg: () => import('./bg.ts'),
  bn: () => import('./bn.ts'),
  ca: () => import('./ca.ts'),
  cs: () => import('./cs.ts'),
  da: () => import('./da.ts'),
  de: () => import('./de.ts'),
  el: () => import('./el.ts'),
  es: () => import('./es.ts'),
  fa: () => import('./fa.ts'),
  fi: () => import('./fi.ts'),
  fr: () => import('./fr.ts'),
  he: () => import('./he.ts'),
  hi: () => import('./hi.ts'),
  hr: () => import('./hr.ts'),
  hu: () => import('./hu.ts'),
  id: () => import('./id.ts'),
  it: () => import('./it.ts'),
  ja: () => import('./ja.ts'),
  ko: () => import('./ko.ts'),
  ms: () => import('./ms.ts'),
  nb: () => import('./nb.ts'),
  nl: () => import('./nl.ts'),
  pl: () => import('./pl.ts'),
  pt: () => import('./pt.ts'),
  'pt-PT': () => import('./pt-pt.ts'),
  ro: () => import('./ro.ts'),
  ru: () => import('./ru.ts'),
  sk: () => import('./sk.ts'),
  sv: () => import('./sv.ts'),
  th: () => import('./th.ts'),
  tr: () => import('./tr.ts'),
  uk: () => import('./uk.ts'),
  vi: () => import('./vi.ts'),
  'zh-Hans': () => import('./zh-hans.ts'),
  'zh-Hant': () => import('./zh-hant.ts'),
};

/** The BCP 47 tags of all languages except English. */
export const LANGUAGES: readonly string[] = Object.keys(LOADERS);

/** Languages with a mutually intelligible language that is available. The browser maps old codes (`iw`, `in`). */
const FALLBACKS: Record<string, string> = { nn: 'nb', no: 'nb', yue: 'zh' };

/**
 * Returns the strings for a BCP 47 tag, by language and script: `zh-TW` is Chinese in traditional script, `de-AT` is German.
 * Empty if the language is not available in that script.
 */
export async function loadLocale(tag: string): Promise<Partial<Strings>> {
  const wanted = toLanguageAndScript(tag);
  const found = LANGUAGES.find((language) => toLanguageAndScript(language) === wanted);
  return (found && (await LOADERS[found]?.())?.default) || {};
}

/** Returns language and script. The script defaults to that of the region. Portuguese has two variants. */
function toLanguageAndScript(tag: string): string {
  const { language, script, region } = new Intl.Locale(tag).maximize();
  const variant = language === 'pt' && region !== 'BR' ? '-PT' : '';
  return `${FALLBACKS[language] ?? language}-${script}${variant}`;
}
