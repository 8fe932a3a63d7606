/** Detects whether a dialog or an inert part of the page keeps an element from being used. */
import { getActiveElement, getElementAt, listAncestors } from './composed-tree.ts';
import { measureBox } from './css-zoom.ts';
import { isVisible, matchesSelector, queryAll } from './dom-fallbacks.ts';

/** How often the page is checked for changes that no event reports. */
export const POLL_INTERVAL_MS = 250;
/** Native modal dialogs, full-screen videos, and the dialogs of libraries. */
const DIALOG_SELECTORS = [':modal', '[aria-modal=true]'];
/** Libraries set these attributes on everything outside their dialog. */
const INERT_SELECTOR = '[inert], [aria-hidden=true]';

/** Returns true while the element is inert, hidden from assistive technology, or under a dialog. */
export function isBlocked(element: Element): boolean {
  return isInert(element) || isUnderDialog(element);
}

/** Returns true within a part of the page that is inert or hidden from assistive technology. */
export function isInert(element: Element): boolean {
  return listAncestors(element).some((ancestor) => ancestor.matches(INERT_SELECTOR));
}

/** Returns true while the page shows a dialog that does not contain the element. */
export function isUnderDialog(element: Element): boolean {
  const ancestors = listAncestors(element);
  return listDialogs().some(
    (dialog) =>
      !ancestors.includes(dialog) && !listAncestors(dialog).includes(element) && isDialogShown(dialog),
  );
}

/** Includes dialogs in shadow roots if they contain the focus or the centre of the window. */
function listDialogs(): Element[] {
  const found = [getActiveElement(), getElementAt(innerWidth / 2, innerHeight / 2)].flatMap(listAncestors);
  return [
    ...DIALOG_SELECTORS.flatMap((selector) => queryAll(selector)),
    ...found.filter((element) => DIALOG_SELECTORS.some((selector) => matchesSelector(element, selector))),
  ];
}

/** Many pages keep closed dialogs and menus in the DOM: transparent, inert, or outside the window. */
function isDialogShown(dialog: Element): boolean {
  if (
    dialog.closest(INERT_SELECTOR) ||
    !isVisible(dialog, { visibilityProperty: true, opacityProperty: true })
  )
    return false;
  return [dialog, ...dialog.querySelectorAll('*')].some(isInWindow);
}

/** Returns true if part of the element is visible without scrolling. */
export function isInWindow(element: Element): boolean {
  const { top, bottom, left, right } = measureBox(element);
  const isEmpty = element.getClientRects().length === 0;
  return !isEmpty && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
}
