/** Follows the `lang` attributes of a page with one observer for all elements. */

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Calls back when any `lang` in the document changes. Returns what ends it. */
export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener);
  if (!observer) {
    observer = new MutationObserver(() => listeners.forEach((listen) => listen()));
    observer.observe(document, { attributes: true, attributeFilter: ['lang'], subtree: true });
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  };
}

/** The nearest valid `lang` of the element or of what holds it, through shadow roots; `en` when there is none. */
export function nearestLanguage(element: Element): string {
  const holder = closestComposed(element, '[lang]');
  const language = holder?.getAttribute('lang') ?? '';
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** As `closest()`, and on through the hosts of shadow roots. */
export function closestComposed(element: Element, selector: string): Element | null {
  const found = element.closest(selector);
  if (found) return found;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? closestComposed(root.host, selector) : null;
}
