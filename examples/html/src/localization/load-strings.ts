import type { PageStrings, Strings } from './strings.ts';

/** BCP 47 tags of the languages of the demo. */
export const LANGUAGES = ['en', 'de', 'zh-Hans', 'zh-Hant', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

const LOADERS: Record<Exclude<Language, 'en'>, () => Promise<{ default: Strings }>> = {
  de: () => import('./strings/de.ts'),
  'zh-Hans': () => import('./strings/zh-hans.ts'),
  'zh-Hant': () => import('./strings/zh-hant.ts'),
  ar: () => import('./strings/ar.ts'),
};

/** Loads the strings of a language. @param english the strings of `index.html` */
export async function loadStrings(language: Language, english: PageStrings): Promise<Strings> {
  if (language !== 'en') return (await LOADERS[language]()).default;
  return { ...english, ...(await import('./strings/en.ts')).default };
}

/** Returns the first language of the browser that the demo supports. Defaults to English. */
export function chooseLanguage(preferred: readonly string[]): Language {
  for (const candidate of preferred) {
    const { language, script } = new Intl.Locale(candidate).maximize();
    const found = LANGUAGES.find((tag) => tag === language || tag === `${language}-${script}`);
    if (found) return found;
  }
  return 'en';
}
