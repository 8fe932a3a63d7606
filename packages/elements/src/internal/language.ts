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
  const holder = element.closest('[lang]');
  const root = element.getRootNode();
  if (!holder && root instanceof ShadowRoot) return nearestLanguage(root.host);
  try {
    return new Intl.Locale(holder?.getAttribute('lang') ?? '').toString();
  } catch {
    return 'en';
  }
}
