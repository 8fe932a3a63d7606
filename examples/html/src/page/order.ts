/** Places and cancels the order, and fires the events that open a prompt. */

/** The basket, as the `detail` of the events. */
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
  // Users who have ordered are not asked why they leave.
  const setOrdered = (ordered: boolean): void => {
    if (leaving) leaving.traits = { ordered };
  };
  setOrdered(false);
  find('#place-order')?.addEventListener('click', () => {
    show(false);
    setOrdered(true);
    dispatch('order-placed');
    location.hash = 'order';
  });
  find('#cancel-order')?.addEventListener('click', () => {
    show(true);
    dispatch('order-cancelled');
    find('#cancellation')?.focus();
  });
}

/** Fires an event that prompts listen for. */
function dispatch(event: string): void {
  document.dispatchEvent(new CustomEvent(event, { detail: ORDER }));
}
