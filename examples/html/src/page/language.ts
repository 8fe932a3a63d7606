/** The language of the page: chosen at run time, followed by the elements through `lang` and `dir`. */
import { formatDay, formatMoney } from './format.ts';
import { keep } from './kept.ts';
import { readWords, say } from './say.ts';
import { chooseLanguage, LANGUAGES, loadWords, type Language } from './words/index.ts';
import type { Words } from './words/words.ts';

const DAY_MS = 86_400_000;
const kept = keep('language');

/** Calls back with the words at first and after each change. */
export async function followLanguage(onWords: (words: Words) => void): Promise<void> {
  const english = readWords();
  const select = document.querySelector<HTMLSelectElement>('#language');
  let now: Words | undefined;
  const apply = async (language: Language): Promise<void> => {
    const words = await loadWords(language, english);
    document.documentElement.lang = language;
    document.documentElement.dir = new Intl.Locale(language).maximize().script === 'Arab' ? 'rtl' : 'ltr';
    if (select) select.value = language;
    say(document, words);
    now = words;
    writeFigures();
    onWords(words);
  };
  select?.addEventListener('change', () => {
    kept.write(select.value);
    void apply(select.value as Language);
  });
  // What a prompt has just taken out of its template.
  document.addEventListener('heed-show', ({ target }) => now && say(target as Element, now));
  const wish = LANGUAGES.find((language) => language === kept.read());
  await apply(wish ?? chooseLanguage(navigator.languages));
}

function writeFigures(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-money]')) {
    place.textContent = formatMoney(Number(place.dataset['money']));
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-in-days]')) {
    place.textContent = formatDay(Date.now() + Number(place.dataset['inDays']) * DAY_MS);
  }
}
