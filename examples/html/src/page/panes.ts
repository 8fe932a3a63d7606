/** Switches between the shop and the dashboard on a narrow screen. */
import { formatNumber } from '../localization/format.ts';

/** Returns a function that adds new answers to the number on the button, which disappears when the dashboard opens. */
export function startPanes(): (arrived: number) => void {
  const { dataset } = document.body;
  const unseen = document.querySelector<HTMLElement>('.unseen');
  let count = 0;
  const showUnseen = (): void => {
    if (!unseen) return;
    unseen.hidden = count === 0;
    unseen.textContent = formatNumber(count);
  };
  for (const button of document.querySelectorAll<HTMLElement>('[data-pane-button]')) {
    button.addEventListener('click', () => {
      dataset['pane'] = button.dataset['paneButton'] ?? 'shop';
      for (const each of document.querySelectorAll('[data-pane-button]')) {
        each.setAttribute('aria-pressed', String(each === button));
      }
      scrollTo(0, 0);
      if (dataset['pane'] === 'dashboard') count = 0;
      showUnseen();
    });
  }
  return (arrived) => {
    if (dataset['pane'] !== 'dashboard') count += arrived;
    showUnseen();
  };
}
