/** Where a launcher lies: in its part of the page, or over the page. */
import { isBlocked } from '../prompt/usable.ts';
import { boxOf } from '../prompt/zoom.ts';

const TOLERANCE_PX = 2;

/**
 * Lays a launcher over the page where it could not stand at the edge of the window: within a `transform`, a `filter` or
 * `contain`, for example, "fixed" means the edge of that. Only there, since it would lie over the page's own dialogs.
 *
 * @param ruler fills what "fixed" is measured by
 */
export function lay(host: Element, box: HTMLElement, ruler: Element): void {
  // A browser without popovers leaves it where it is.
  if (!box.togglePopover) return;
  const isOver = isConfined(ruler) && !isBlocked(host);
  if (!box.isConnected || isOver === box.matches(':popover-open')) return;
  box.popover = 'manual';
  box.togglePopover(isOver);
  if (!isOver) box.removeAttribute('popover');
  // WebKit goes on to measure "fixed" as before until the box is drawn anew.
  box.hidden = true;
  box.getBoundingClientRect();
  box.hidden = false;
}

function isConfined(ruler: Element): boolean {
  const { left, top, width, height } = boxOf(ruler);
  const { clientWidth, clientHeight } = document.scrollingElement ?? document.documentElement;
  // The bars of a browser on a phone come and go.
  const heights = [clientHeight, innerHeight];
  return ![
    Math.abs(left),
    Math.abs(top),
    Math.abs(width - clientWidth),
    height - Math.max(...heights),
    Math.min(...heights) - height,
  ].every((differencePx) => differencePx < TOLERANCE_PX);
}
