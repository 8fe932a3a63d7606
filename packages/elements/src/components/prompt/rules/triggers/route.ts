import { matchesRoute } from '@heed/core/prompts';
import { listen } from '../listen.ts';

/** What visitors do when an application changes the path without telling: by then it is done. */
const ACTS = ['popstate', 'hashchange', 'click', 'keyup', 'scroll', 'pointermove'];

/** Calls back whenever the address may have changed. The page's history is left as it is. */
export function watchRoute(change: () => void): () => void {
  const { navigation } = window as Window & { navigation?: EventTarget };
  if (navigation) return listen(navigation, ['currententrychange'], change);
  let last = location.href;
  return listen(window, ACTS, () => {
    if (location.href === last) return;
    last = location.href;
    change();
  });
}

/** A pattern with `#` at its start is one for the hash, as applications without a server use it. */
export function isOnRoute(pattern: string): boolean {
  return matchesRoute(pattern, pattern.startsWith('#') ? location.hash || '#' : location.pathname);
}
