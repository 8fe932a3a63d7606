import type { Words } from './words.ts';

type LocaleModule = { default: Words };

const LOADERS: Record<string, () => Promise<LocaleModule>> = {
  ar: () => import('./ar.ts'),
  de: () => import('./de.ts'),
  'zh-hans': () => import('./zh-hans.ts'),
  'zh-hant': () => import('./zh-hant.ts'),
};

/**
 * The words for a BCP 47 tag: by language, and for Chinese by script. Empty when there is no such language.
 */
export async function loadLocale(tag: string): Promise<Partial<Words>> {
  const { language, script } = new Intl.Locale(tag).maximize();
  const load = LOADERS[`${language}-${script?.toLowerCase()}`] ?? LOADERS[language];
  return load ? (await load()).default : {};
}
