import { matchesRoute } from '@heed/core/prompts';
import { listen } from '../listen.ts';

/** Without the Navigation API, a path change of an application is noticed at the next of these events. */
const URL_CHECK_EVENTS = ['popstate', 'hashchange', 'click', 'keyup', 'scroll', 'pointermove'];

/** Calls back when the URL may have changed. Does not patch `history`. */
export function watchRoute(onChange: () => void): () => void {
  const { navigation } = window as Window & { navigation?: EventTarget };
  if (navigation) return listen(navigation, ['currententrychange'], onChange);
  let lastUrl = location.href;
  return listen(window, URL_CHECK_EVENTS, () => {
    if (location.href === lastUrl) return;
    lastUrl = location.href;
    onChange();
  });
}

/** Matches a pattern that starts with `#` against the hash, which applications without a server use as path. */
export function isOnRoute(pattern: string): boolean {
  return matchesRoute(pattern, pattern.startsWith('#') ? location.hash || '#' : location.pathname);
}
