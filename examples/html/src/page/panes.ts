/** On a narrow screen the shop and the team's view take turns. */
import { formatNumber } from './format.ts';

/** @returns tells that so many answers have arrived, which the button shows until the team's view is opened */
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
      if (dataset['pane'] === 'team') count = 0;
      showUnseen();
    });
  }
  return (arrived) => {
    if (dataset['pane'] !== 'team') count += arrived;
    showUnseen();
  };
}
