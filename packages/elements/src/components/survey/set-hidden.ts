import { HIDDEN } from '../../shared/light-dom/markers.ts';

/** Separates the value of a declaration from its priority. */
const PRIORITY = ' !';

/**
 * Hides an element of the page, or restores the page's own `display`. The attribute `hidden` alone loses to any
 * `display` in the page's styles, but an important inline declaration wins.
 */
export function setHidden(element: HTMLElement, isHidden: boolean): void {
  const { style } = element;
  const mark = element.getAttribute(HIDDEN);
  const original = [style.getPropertyValue('display'), style.getPropertyPriority('display')];
  const isOff = original.join() === 'none,important';
  element.toggleAttribute('hidden', isHidden);
  if (isHidden && !(isOff && mark !== null)) {
    element.setAttribute(HIDDEN, isOff ? '' : original.filter(Boolean).join(PRIORITY));
    style.setProperty('display', 'none', 'important');
  }
  if (isHidden || mark === null) return;
  // If the page has set another `display` since, it stays.
  if (isOff) style.setProperty('display', ...(mark.split(PRIORITY) as [string, string?]));
  if (!element.getAttribute('style')) element.removeAttribute('style');
  element.removeAttribute(HIDDEN);
}
