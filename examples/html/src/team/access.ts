/** The token that opens reading: from the fragment of the address, kept until the tab is closed. */
import { keep } from '../page/kept.ts';

const kept = keep('token', 'sessionStorage');

/**
 * Takes the token out of the address, so that it is in no bookmark and no history.
 *
 * @returns whether there was one
 */
export function takeToken(): boolean {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given === null) return false;
  kept.write(given);
  history.replaceState(null, '', location.pathname + location.search);
  return true;
}

export const { read: readToken, write: writeToken, forget: forgetToken } = kept;
