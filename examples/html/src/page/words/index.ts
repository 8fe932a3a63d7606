import type { StaticWords, Words } from './words.ts';

/** BCP 47 tags of the languages that the demo speaks. */
export const LANGUAGES = ['en', 'de', 'zh-Hans', 'zh-Hant', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

const LOADERS: Record<Exclude<Language, 'en'>, () => Promise<{ default: Words }>> = {
  de: () => import('./de.ts'),
  'zh-Hans': () => import('./zh-hans.ts'),
  'zh-Hant': () => import('./zh-hant.ts'),
  ar: () => import('./ar.ts'),
};

/** @param english the static words, as `index.html` has them */
export async function loadWords(language: Language, english: StaticWords): Promise<Words> {
  if (language !== 'en') return (await LOADERS[language]()).default;
  return { ...english, ...(await import('./en.ts')).default };
}

/** The language of the demo that suits the browser's wishes best. */
export function chooseLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const { language, script } = new Intl.Locale(wish).maximize();
    const found = LANGUAGES.find((tag) => tag === language || tag === `${language}-${script}`);
    if (found) return found;
  }
  return 'en';
}
