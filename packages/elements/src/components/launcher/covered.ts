/** What the launcher covers, or lies under. */
import { findFocused } from '../prompt/keep-clear.ts';
import { hostOf } from '../prompt/lineage.ts';

const CONTROLS =
  'a[href], button, input, select, textarea, summary, iframe, [role=button], [contenteditable], [tabindex]:not([tabindex="-1"])';
/** Between two points that are looked at: less than the smallest target that WCAG 2.2 allows, 24 px. */
const SAMPLE_PX = 20;

/** The page's controls under the launcher's box. */
export function listCovered(host: Element, box: DOMRect): Element[] {
  const top = outermost(host);
  const rows = sample(box.top, box.height);
  const points = sample(box.left, box.width).flatMap((x) => rows.map((y) => [x, y] as const));
  const controls = points
    .flatMap(([x, y]) => listAt(top, x, y))
    .map((element) => element.closest(CONTROLS))
    .filter((control) => control !== null);
  return [...new Set(controls)].filter(isControl);
}

/** Points along one side of a box, from just inside its one edge to just inside the other. */
function sample(from: number, lengthPx: number): number[] {
  const steps = Math.ceil(lengthPx / SAMPLE_PX) || 1;
  return [...Array(steps + 1).keys()].map((step) => from + 1 + (step / steps) * (lengthPx - 2));
}

/**
 * Whether the user cannot get a control out from under the launcher by scrolling, or has the focus in it.
 *
 * @param place where the launcher is, such as `bottom-end`
 */
export function isStuck(control: Element, place: string): boolean {
  return control === findFocused() || !canScrollAway(control, place);
}

/** What of the page lies there, also over the launcher, such as the button of a chat; nothing where its corner is round. */
function listAt(launcher: Element, x: number, y: number): Element[] {
  const all = document.elementsFromPoint?.(x, y) ?? [];
  if (!all.includes(launcher)) return [];
  return all
    .filter((element) => element !== launcher && !element.closest('heed-prompt'))
    .flatMap((element) => withInner(element, x, y));
}

/** Also what lies there in its shadow root. */
function withInner(element: Element, x: number, y: number): Element[] {
  const { shadowRoot } = element;
  const inner = shadowRoot?.elementsFromPoint?.(x, y).filter((found) => found.getRootNode() === shadowRoot);
  return [element, ...(inner ?? []).flatMap((found) => withInner(found, x, y))];
}

/** What takes half of the window, such as a scrolling pane with the keyboard's focus, is a place. */
function isControl({ clientHeight }: Element): boolean {
  return clientHeight < innerHeight / 2;
}

/** Up from the bottom, or down from the top. */
function canScrollAway(element: Element, place: string): boolean {
  for (let at: Element | null = element; at; at = at.parentElement ?? hostOf(at)) {
    const { position, overflowY } = getComputedStyle(at);
    if (position === 'fixed' || position === 'sticky') return false;
    if (at !== document.scrollingElement && !/auto|scroll/.test(overflowY)) continue;
    const { scrollTop, scrollHeight, clientHeight } = at;
    if (!place.startsWith('top') && scrollHeight - clientHeight - scrollTop > 1) return true;
    if (!place.startsWith('bottom') && scrollTop > 1) return true;
  }
  return false;
}

function outermost(element: Element): Element {
  const host = hostOf(element);
  return host ? outermost(host) : element;
}
