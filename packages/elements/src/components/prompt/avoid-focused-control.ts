import { getZoom, measureBox } from '../../shared/overlay/css-zoom.ts';
import { containsFocus } from '../../shared/overlay/contains-focus.ts';
import { hasDocument, runBeforeNextFrame } from '../../shared/overlay/dom-fallbacks.ts';
import { findFocusedControl } from '../../shared/overlay/focused-control.ts';
import { isBlocked, POLL_INTERVAL_MS } from '../../shared/overlay/page-dialogs.ts';

/** The panel is hidden while the page shows a dialog. */
const HIDDEN = 'away';

/**
 * Keeps a panel from covering the focused control of the page: moves it to another position, else scrolls the control
 * out from under it. If neither helps, the panel stays, since a panel out of sight can be neither used nor closed. It
 * does not move while it contains the focus, and is hidden while the page shows a dialog, which would cover it.
 *
 * @param listPositions returns values of `data-place`, the preferred one first
 */
export function avoidFocusedControl(
  host: Element,
  panel: HTMLElement,
  listPositions: () => readonly string[],
  signal: AbortSignal,
): void {
  const mustHide = (): boolean => !containsFocus(host) && isBlocked(host);
  const update = (): void => {
    if (signal.aborted || containsFocus(host)) return;
    if (mustHide()) panel.dataset['place'] = HIDDEN;
    else moveClear(panel, findFocusedControl(), listPositions());
  };
  // The browser scrolls to an element after it was focused.
  const updateLater = (): void => runBeforeNextFrame(update);
  for (const type of ['focusin', 'focusout'])
    document.addEventListener(type, updateLater, { signal, capture: true });
  window.addEventListener('resize', updateLater, { signal });
  const timer = setInterval(() => {
    if (hasDocument() && mustHide() !== (panel.dataset['place'] === HIDDEN)) update();
  }, POLL_INTERVAL_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  update();
}

function moveClear(panel: HTMLElement, control: Element | undefined, positions: readonly string[]): void {
  const [preferred = ''] = positions;
  const { place = '' } = panel.dataset;
  // An anchored panel, whose preferred position is '', returns to its anchor.
  const first = positions.includes(place) && preferred !== '' ? place : preferred;
  const tryPosition = (position: string): boolean => {
    panel.dataset['place'] = position;
    return !control || !covers(panel, control);
  };
  if ([first, ...positions].some(tryPosition)) return;
  if (!control || !scrollClear(panel, control, positions, tryPosition)) tryPosition(first);
}

/** Returns true if the panel is at a position where it no longer covers the control. */
function scrollClear(
  panel: HTMLElement,
  control: Element,
  positions: readonly string[],
  tryPosition: (position: string) => boolean,
): boolean {
  if (measureBox(control).height + panel.offsetHeight * getZoom(panel) > innerHeight) return false;
  return positions.some((position) => {
    control.scrollIntoView?.({ block: position.startsWith('top') ? 'end' : 'start', behavior: 'instant' });
    return tryPosition(position);
  });
}

/** Uses the layout position of the panel: where it will be after its transition. */
function covers(panel: HTMLElement, control: Element): boolean {
  const { left, top, right, bottom } = measureBox(control);
  const zoom = getZoom(panel);
  const [x, y] = [panel.offsetLeft * zoom, panel.offsetTop * zoom];
  return (
    left < x + panel.offsetWidth * zoom && right > x && top < y + panel.offsetHeight * zoom && bottom > y
  );
}
