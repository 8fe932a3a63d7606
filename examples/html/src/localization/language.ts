/** Changes the language of the page at run time. The elements follow `lang` and `dir`. */
import { formatDay, formatMoney } from './format.ts';
import { createStoredValue } from '../shared/stored-value.ts';
import { readPageStrings, localize } from './localize.ts';
import { chooseLanguage, LANGUAGES, loadStrings, type Language } from './load-strings.ts';
import type { Strings } from './strings.ts';

const DAY_MS = 86_400_000;
const stored = createStoredValue('language');

/** Calls back with the strings now and after each change of the language. */
export async function followLanguage(onStrings: (strings: Strings) => void): Promise<void> {
  const english = readPageStrings();
  const select = document.querySelector<HTMLSelectElement>('#language');
  let current: Strings | undefined;
  const apply = async (language: Language): Promise<void> => {
    const strings = await loadStrings(language, english);
    document.documentElement.lang = language;
    document.documentElement.dir = new Intl.Locale(language).maximize().script === 'Arab' ? 'rtl' : 'ltr';
    if (select) select.value = language;
    localize(document, strings);
    current = strings;
    formatFigures();
    onStrings(strings);
  };
  select?.addEventListener('change', () => {
    stored.write(select.value);
    void apply(select.value as Language);
  });
  // Content that a prompt has just cloned from its template.
  document.addEventListener('heed-show', ({ target }) => current && localize(target as Element, current));
  const chosen = LANGUAGES.find((language) => language === stored.read());
  await apply(chosen ?? chooseLanguage(navigator.languages));
}

function formatFigures(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-money]')) {
    place.textContent = formatMoney(Number(place.dataset['money']));
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-in-days]')) {
    place.textContent = formatDay(Date.now() + Number(place.dataset['inDays']) * DAY_MS);
  }
}
