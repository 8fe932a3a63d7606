/** What a panel that lies over the page has to reckon with. */
import { zoomOf } from './zoom.ts';

/**
 * Calls back for a click beside the panel. A click that began inside, such as one that selects words, is none; nor is
 * one on a launcher, which opens and closes by itself.
 */
export function onClickOutside(panel: Element, act: () => void, signal: AbortSignal): void {
  const openedAt = performance.now();
  let beganOutside = false;
  const isOutside = (event: Event): boolean => {
    const path = event.composedPath() as Element[];
    // What lies behind a dialog is part of it.
    return (
      event.timeStamp > openedAt &&
      (path[0] === panel || !path.includes(panel)) &&
      !path.some(({ localName }) => localName === 'heed-launcher')
    );
  };
  const options = { signal, capture: true };
  document.addEventListener('pointerdown', (event) => void (beganOutside = isOutside(event)), options);
  document.addEventListener('click', (event) => void (beganOutside && isOutside(event) && act()), options);
}

/** Tells the styles how much of the window a keyboard on the screen covers. */
export function followKeyboard(panel: HTMLElement, signal: AbortSignal): void {
  const view = window.visualViewport;
  const follow = (): void => {
    if (!view) return;
    const coveredPx = view.scale > 1 ? 0 : innerHeight - view.height - view.offsetTop;
    panel.style.setProperty('--_keyboard', `${Math.max(0, coveredPx) / zoomOf(panel)}px`);
  };
  for (const type of ['resize', 'scroll']) view?.addEventListener(type, follow, { signal });
}
