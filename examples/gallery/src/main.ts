import '@heed/elements/define/attachment';
import '@heed/elements/define/ces';
import '@heed/elements/define/choice';
import '@heed/elements/define/complaint';
import '@heed/elements/define/consent';
import '@heed/elements/define/csat';
import '@heed/elements/define/launcher';
import '@heed/elements/define/matrix';
import '@heed/elements/define/nps';
import '@heed/elements/define/prompt';
import '@heed/elements/define/survey';
import '@heed/elements/define/text';
import { applyTheme, THEMES } from '@heed/elements/themes';
import { renderGallery } from './gallery.ts';
import { CHOICES, readSettings, type Setting } from './settings.ts';

const settings = readSettings();
const form = document.forms[0] as HTMLFormElement;
const main = document.querySelector('main') as HTMLElement;

for (const [name, choices] of Object.entries(CHOICES)) {
  const select = form.elements.namedItem(name) as HTMLSelectElement;
  select.replaceChildren(...choices.map((choice) => new Option(choice)));
  select.value = settings[name as Setting];
}
// Loads the view under its own URL, which can be shared.
form.addEventListener('change', () => form.submit());

const { language, theme, colours } = settings;
document.documentElement.style.colorScheme = colours;
main.lang = language === 'pseudo' ? 'en' : language;
main.dir = language === 'ar' ? 'rtl' : 'ltr';
applyTheme(main, THEMES[theme as keyof typeof THEMES] ?? THEMES.default);
await renderGallery(main, settings);
const shadows = [...main.querySelectorAll('*')].flatMap(
  ({ shadowRoot }) => shadowRoot?.getAnimations() ?? [],
);
await Promise.all([...main.getAnimations({ subtree: true }), ...shadows].map(({ finished }) => finished));
// Tests and screenshots wait for this attribute.
document.documentElement.dataset['ready'] = '';
