import { createStoredValue } from '../shared/stored-value.ts';

const stored = createStoredValue('theme');

/** Follows the colour scheme of the system until the user presses the button. */
export function startTheme(): void {
  const button = document.querySelector<HTMLElement>('#theme');
  const system = matchMedia('(prefers-color-scheme: dark)');
  const show = (): void => {
    const chosen = stored.read();
    const isDark = chosen ? chosen === 'dark' : system.matches;
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
    button?.setAttribute('aria-pressed', String(isDark));
  };
  button?.addEventListener('click', () => {
    stored.write(button.getAttribute('aria-pressed') === 'true' ? 'light' : 'dark');
    show();
  });
  system.addEventListener('change', show);
  show();
}
