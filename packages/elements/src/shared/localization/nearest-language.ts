import { isServer } from '../environment/is-server.ts';

/** The nearest valid `lang` of the element or of what holds it, through shadow roots; `en` when there is none. */
export function nearestLanguage(element: Element): string {
  const holder = isServer ? element : element.closest('[lang]');
  const root = isServer ? undefined : element.getRootNode();
  if (!holder && root instanceof ShadowRoot) return nearestLanguage(root.host);
  try {
    return new Intl.Locale(holder?.getAttribute('lang') ?? '').toString();
  } catch {
    return 'en';
  }
}
