/** Placing and cancelling the order: what the shop tells its page, and what it shows then. */

/** What the basket holds, as the `detail` of the page's events. */
const ORDER = { total: 141, items: 3 };

export function startOrder(): void {
  const find = <Found extends HTMLElement>(selector: string): Found | null =>
    document.querySelector<Found>(selector);
  const leaving = find<HTMLElementTagNameMap['heed-prompt']>('#ask-before-leaving');
  const ifCancelled = ['#cancellation', '.cancelled'].map((selector) => find(`#order ${selector}`));
  const ifNot = ['.lead', 'heed-nps', '#cancel-order'].map((selector) => find(`#order ${selector}`));
  const show = (isCancelled: boolean): void => {
    for (const element of ifCancelled) if (element) element.hidden = !isCancelled;
    for (const element of ifNot) if (element) element.hidden = isCancelled;
  };
  // Nobody who has ordered is asked what keeps them from it.
  const remember = (ordered: boolean): void => {
    if (leaving) leaving.traits = { ordered };
  };
  remember(false);
  find('#place-order')?.addEventListener('click', () => {
    show(false);
    remember(true);
    tell('order-placed');
    location.hash = 'order';
  });
  find('#cancel-order')?.addEventListener('click', () => {
    show(true);
    tell('order-cancelled');
    find('#cancellation')?.focus();
  });
}

/** Says so to whoever listens in the page; a prompt does. */
function tell(event: string): void {
  document.dispatchEvent(new CustomEvent(event, { detail: ORDER }));
}
