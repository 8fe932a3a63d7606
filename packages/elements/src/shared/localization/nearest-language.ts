import { isServer } from '../environment/is-server.ts';

/** Returns the nearest valid `lang` of the element or its ancestors, through shadow roots; `en` if there is none. */
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
