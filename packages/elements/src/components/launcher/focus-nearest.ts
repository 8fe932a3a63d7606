import { getActiveElement, getHost, listAncestors } from '../../shared/overlay/composed-tree.ts';

/**
 * Moves the focus from an element that is about to be removed.
 *
 * @param preferred gets the focus if possible; else the nearest tab stop before the element, or after it
 */
export function focusNearest(element: Element, preferred: HTMLElement | undefined): void {
  const candidates = [...(preferred ? [preferred] : []), ...listTabStops(element)];
  candidates.some((candidate) => {
    candidate.focus({ preventScroll: true });
    return listAncestors(getActiveElement()).includes(candidate);
  });
}

/** Returns the tab stops before the element, the nearest first, those after it, then those outside its shadow root. */
function listTabStops(element: Element): HTMLElement[] {
  const root = element.getRootNode() as Document | ShadowRoot;
  const all = [...root.querySelectorAll<HTMLElement>('*')];
  const index = all.indexOf(element as HTMLElement);
  const tabStops = [...all.slice(0, index).reverse(), ...all.slice(index + 1)].filter(isTabStop);
  const host = getHost(element);
  return host ? [...tabStops, ...listTabStops(host)] : tabStops;
}

function isTabStop({ tabIndex, shadowRoot }: HTMLElement): boolean {
  return tabIndex >= 0 || !!shadowRoot?.delegatesFocus;
}
