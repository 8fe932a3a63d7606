import { keep } from './kept.ts';

const kept = keep('theme');

/** Light or dark: as the system wishes, until the visitor presses the button. */
export function startTheme(): void {
  const button = document.querySelector<HTMLElement>('#theme');
  const system = matchMedia('(prefers-color-scheme: dark)');
  const show = (): void => {
    const wish = kept.read();
    const isDark = wish ? wish === 'dark' : system.matches;
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
    button?.setAttribute('aria-pressed', String(isDark));
  };
  button?.addEventListener('click', () => {
    kept.write(button.getAttribute('aria-pressed') === 'true' ? 'light' : 'dark');
    show();
  });
  system.addEventListener('change', show);
  show();
}
