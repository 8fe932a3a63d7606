/** Finds the page's controls that a launcher covers, or that cover the launcher. */
import { getHost } from '../../shared/overlay/composed-tree.ts';
import { findFocusedControl } from '../../shared/overlay/focused-control.ts';

const CONTROL_SELECTOR =
  'a[href], button, input, select, textarea, summary, iframe, [role=button], [contenteditable], [tabindex]:not([tabindex="-1"])';
/** Distance between sampled points: less than the smallest target that WCAG 2.2 allows, 24 px. */
const SAMPLE_PX = 20;

/** Returns the page's controls at the launcher's box. */
export function listCoveredControls(host: Element, box: DOMRect): Element[] {
  const launcher = getOutermostHost(host);
  const rows = sampleSide(box.top, box.height);
  const points = sampleSide(box.left, box.width).flatMap((x) => rows.map((y) => [x, y] as const));
  const controls = points
    .flatMap(([x, y]) => listElementsAt(launcher, x, y))
    .map((element) => element.closest(CONTROL_SELECTOR))
    .filter((control) => control !== null);
  return [...new Set(controls)].filter(isSmall);
}

/** Returns points along one side of a box, from just inside one edge to just inside the other. */
function sampleSide(from: number, lengthPx: number): number[] {
  const steps = Math.ceil(lengthPx / SAMPLE_PX) || 1;
  return [...Array(steps + 1).keys()].map((step) => from + 1 + (step / steps) * (lengthPx - 2));
}

/**
 * Returns true if the control is focused, or the user cannot scroll it out from under the launcher.
 *
 * @param place the position of the launcher, such as `bottom-end`
 */
export function isStuck(control: Element, place: string): boolean {
  return control === findFocusedControl() || !canScrollAway(control, place);
}

/** Includes elements above the launcher, such as a chat button. Empty where the launcher's corner is rounded. */
function listElementsAt(launcher: Element, x: number, y: number): Element[] {
  const all = document.elementsFromPoint?.(x, y) ?? [];
  if (!all.includes(launcher)) return [];
  return all
    .filter((element) => element !== launcher && !element.closest('heed-prompt'))
    .flatMap((element) => withShadowElements(element, x, y));
}

function withShadowElements(element: Element, x: number, y: number): Element[] {
  const { shadowRoot } = element;
  const inner = shadowRoot?.elementsFromPoint?.(x, y).filter((found) => found.getRootNode() === shadowRoot);
  return [element, ...(inner ?? []).flatMap((found) => withShadowElements(found, x, y))];
}

/** An element that fills half of the window, such as a focusable scroll container, is not a control to avoid. */
function isSmall({ clientHeight }: Element): boolean {
  return clientHeight < innerHeight / 2;
}

/** Upward from a launcher at the bottom, or downward from a launcher at the top. */
function canScrollAway(element: Element, place: string): boolean {
  for (let at: Element | null = element; at; at = at.parentElement ?? getHost(at)) {
    const { position, overflowY } = getComputedStyle(at);
    if (position === 'fixed' || position === 'sticky') return false;
    if (at !== document.scrollingElement && !/auto|scroll/.test(overflowY)) continue;
    const { scrollTop, scrollHeight, clientHeight } = at;
    if (!place.startsWith('top') && scrollHeight - clientHeight - scrollTop > 1) return true;
    if (!place.startsWith('bottom') && scrollTop > 1) return true;
  }
  return false;
}

function getOutermostHost(element: Element): Element {
  const host = getHost(element);
  return host ? getOutermostHost(host) : element;
}
