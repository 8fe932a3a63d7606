/** Decides whether a launcher is in the top layer or in its place in the page. */
import { measureBox } from '../../shared/overlay/css-zoom.ts';
import { isBlocked } from '../../shared/overlay/page-dialogs.ts';

const TOLERANCE_PX = 2;

/**
 * Shows a launcher in the top layer if it could not be at the edge of the window otherwise: an ancestor with, for
 * example, `transform`, `filter` or `contain` is the containing block of fixed elements. Only then, since a launcher in
 * the top layer covers the page's own dialogs.
 *
 * @param ruler fills the containing block of fixed elements
 */
export function updateTopLayer(host: Element, box: HTMLElement, ruler: Element): void {
  // Without popovers, the launcher stays in its place.
  if (!box.togglePopover) return;
  const isOnTop = isConfined(ruler) && !isBlocked(host);
  if (!box.isConnected || isOnTop === box.matches(':popover-open')) return;
  box.popover = 'manual';
  box.togglePopover(isOnTop);
  if (!isOnTop) box.removeAttribute('popover');
  // WebKit uses the previous containing block until the box is rendered again.
  box.hidden = true;
  box.getBoundingClientRect();
  box.hidden = false;
}

function isConfined(ruler: Element): boolean {
  const { left, top, width, height } = measureBox(ruler);
  const { clientWidth, clientHeight } = document.scrollingElement ?? document.documentElement;
  // The toolbars of a mobile browser appear and disappear.
  const heights = [clientHeight, innerHeight];
  return ![
    Math.abs(left),
    Math.abs(top),
    Math.abs(width - clientWidth),
    height - Math.max(...heights),
    Math.min(...heights) - height,
  ].every((differencePx) => differencePx < TOLERANCE_PX);
}
