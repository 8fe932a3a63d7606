import { getActiveElement, listAncestors } from './composed-tree.ts';
import { matchesSelector } from './dom-fallbacks.ts';

/**
 * Returns the control of the page that the user is working with: a field, or a control reached with the keyboard. A
 * control that was pressed with a finger or a mouse does not count, nor does a launcher, nor an element that fills half
 * of the window, such as an editor.
 */
export function findFocusedControl(): Element | undefined {
  const element = getActiveElement() ?? undefined;
  const isControl =
    element &&
    matchesSelector(element, ':not(body, :focus:not(:focus-visible))') &&
    !listAncestors(element).some(({ localName }) => localName === 'heed-launcher') &&
    element.clientHeight <= innerHeight / 2;
  return isControl ? element : undefined;
}
