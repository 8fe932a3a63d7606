import { HIDDEN } from '../../shared/light-dom/markers.ts';

/** Between the value of a declaration and its priority. */
const PRIORITY = ' !';

/**
 * Hides an element of the page, or shows it as the page has made it. The attribute `hidden` alone loses against any
 * `display` in the styles of the page; nothing there wins against an important declaration on the element itself.
 */
export function hide(element: HTMLElement, isHidden: boolean): void {
  const { style } = element;
  const mark = element.getAttribute(HIDDEN);
  const own = [style.getPropertyValue('display'), style.getPropertyPriority('display')];
  const isOff = own.join() === 'none,important';
  element.toggleAttribute('hidden', isHidden);
  if (isHidden && !(isOff && mark !== null)) {
    element.setAttribute(HIDDEN, isOff ? '' : own.filter(Boolean).join(PRIORITY));
    style.setProperty('display', 'none', 'important');
  }
  if (isHidden || mark === null) return;
  // What the page has written meanwhile stays.
  if (isOff) style.setProperty('display', ...(mark.split(PRIORITY) as [string, string?]));
  if (!element.getAttribute('style')) element.removeAttribute('style');
  element.removeAttribute(HIDDEN);
}
