/** The token that opens reading: from the fragment of the address, kept until the tab is closed. */
import { keep } from '../page/kept.ts';

const kept = keep('token', 'sessionStorage');

/** Takes the token out of the address, so that it is in no bookmark and no history. */
export function takeToken(): void {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given === null) return;
  kept.write(given);
  history.replaceState(null, '', location.pathname + location.search);
}

export const { read: readToken, write: writeToken, forget: forgetToken } = kept;
