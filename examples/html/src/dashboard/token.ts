/** The token for reading responses. It comes from the fragment of the URL and is stored until the tab is closed. */
import { createStoredValue } from '../shared/stored-value.ts';

const stored = createStoredValue('token', 'sessionStorage');

/**
 * Moves the token from the URL into storage, so that it is not in bookmarks or in the history. Returns whether the URL
 * had a token.
 */
export function takeToken(): boolean {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given === null) return false;
  stored.write(given);
  history.replaceState(null, '', location.pathname + location.search);
  return true;
}

export const { read: readToken, write: writeToken, remove: removeToken } = stored;
