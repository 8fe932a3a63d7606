import { hasPage, matches, nextFrame } from './platform.ts';
import { holdsFocus } from './holds-focus.ts';
import { findActive, lineage } from './lineage.ts';
import { isBlocked, POLL_MS } from './usable.ts';
import { boxOf, zoomOf } from './zoom.ts';

/** While the page shows a dialog of its own. */
const AWAY = 'away';

/**
 * Keeps a panel off the control of the page that has the focus: in another one of its places, else by scrolling the
 * control out from under it. Where neither helps it stays, since what is out of sight can be neither used nor closed.
 * It stays where it is while the focus is inside, and is `away` while the page shows a dialog, which would be under it.
 *
 * @param places gives values of `data-place`, the wanted one first
 */
export function keepClear(
  host: Element,
  panel: HTMLElement,
  places: () => readonly string[],
  signal: AbortSignal,
): void {
  const isAside = (): boolean => !holdsFocus(host) && isBlocked(host);
  const choose = (): void => {
    if (signal.aborted || holdsFocus(host)) return;
    const wanted = places();
    const [defaults = ''] = wanted;
    const { place = '' } = panel.dataset;
    const first = wanted.includes(place) && defaults !== '' ? place : defaults;
    const control = findFocused();
    const stand = (candidate: string): boolean => {
      panel.dataset['place'] = candidate;
      return !control || !covers(panel, control);
    };
    if (isAside()) panel.dataset['place'] = AWAY;
    else if (![first, ...wanted].some(stand) && !(control && scrollFree(panel, control, wanted, stand)))
      stand(first);
  };
  // A browser scrolls to what has got the focus.
  const later = (): void => nextFrame(choose);
  for (const type of ['focusin', 'focusout'])
    document.addEventListener(type, later, { signal, capture: true });
  window.addEventListener('resize', later, { signal });
  const timer = setInterval(() => {
    if (hasPage() && isAside() !== (panel.dataset['place'] === AWAY)) choose();
  }, POLL_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  choose();
}

/** @returns true when the panel stands in a place where the control is free by now */
function scrollFree(
  panel: HTMLElement,
  control: Element,
  places: readonly string[],
  stand: (place: string) => boolean,
): boolean {
  if (boxOf(control).height + panel.offsetHeight * zoomOf(panel) > innerHeight) return false;
  return places.some((place) => {
    control.scrollIntoView?.({ block: place.startsWith('top') ? 'end' : 'start', behavior: 'instant' });
    return stand(place);
  });
}

/**
 * The control of the page that somebody is at: what was typed in, or reached with the keyboard. What was pressed by a
 * finger or a mouse is done with. A launcher is ours; and what takes half of the window, such as an editor, is a place
 * and no control.
 */
export function findFocused(): Element | undefined {
  const element = findActive() ?? undefined;
  const isControl =
    element &&
    matches(element, ':not(body, :focus:not(:focus-visible))') &&
    !lineage(element).some(({ localName }) => localName === 'heed-launcher') &&
    element.clientHeight <= innerHeight / 2;
  return isControl ? element : undefined;
}

/** Where the panel will be once it has come to rest. */
function covers(panel: HTMLElement, control: Element): boolean {
  const { left, top, right, bottom } = boxOf(control);
  const zoom = zoomOf(panel);
  const [x, y] = [panel.offsetLeft * zoom, panel.offsetTop * zoom];
  return (
    left < x + panel.offsetWidth * zoom && right > x && top < y + panel.offsetHeight * zoom && bottom > y
  );
}
