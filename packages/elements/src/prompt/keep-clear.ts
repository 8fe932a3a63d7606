import { holdsFocus } from './holds-focus.ts';

/**
 * Keeps a panel off the control of the page that has the focus, as far as its places allow; where none is free, it is
 * `away` until the focus goes on. It stays where it is while the focus is inside.
 *
 * @param places gives values of `data-place`, the wanted one first; none where there is but one place
 */
export function keepClear(
  host: Element,
  panel: HTMLElement,
  places: () => readonly string[],
  signal: AbortSignal,
): void {
  const choose = (): void => {
    if (signal.aborted || holdsFocus(host)) return;
    const control = findFocused();
    const { place = '' } = panel.dataset;
    const isFree = (candidate: string): boolean => {
      panel.dataset['place'] = candidate;
      return candidate === 'away' || !control || !covers(panel, control);
    };
    const wanted = places();
    const first = place === 'away' ? (wanted[0] ?? '') : place;
    [first, ...wanted, 'away'].some(isFree);
  };
  // A browser scrolls to what has got the focus.
  const later = (): number => requestAnimationFrame(choose);
  for (const type of ['focusin', 'focusout'])
    document.addEventListener(type, later, { signal, capture: true });
  window.addEventListener('resize', later, { signal });
  choose();
}

/**
 * The control of the page that has the focus, also within shadow roots. A launcher is ours; and what takes half of the
 * window, such as an editor, is a place and no control.
 */
export function findFocused(): Element | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement && element.localName !== 'heed-launcher')
    element = element.shadowRoot.activeElement;
  const isControl = element?.matches(':not(body, heed-launcher)') && element.clientHeight <= innerHeight / 2;
  return element && isControl ? element : undefined;
}

/** Where the panel will be once it has come to rest. */
function covers(
  { offsetLeft, offsetTop, offsetWidth, offsetHeight }: HTMLElement,
  control: Element,
): boolean {
  const { left, top, right, bottom } = control.getBoundingClientRect();
  return (
    left < offsetLeft + offsetWidth &&
    right > offsetLeft &&
    top < offsetTop + offsetHeight &&
    bottom > offsetTop
  );
}
