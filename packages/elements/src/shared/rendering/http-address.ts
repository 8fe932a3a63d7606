import { isServer } from '../environment/is-server.ts';
import { warnOnce } from '../base/warn.ts';

/** Returns the URL of a link. Returns `undefined`, with a warning, if it is not http(s), such as `javascript:`. */
export function httpAddress(host: Element, attribute: string, address: string): string | undefined {
  // A server does not know the URL of its page, so a path stays a path.
  const url = URL.parse(address, isServer ? 'http://localhost' : document.baseURI);
  if (url && /^https?:$/.test(url.protocol)) return isServer ? address : url.href;
  warnOnce(host, 'HEED_LINK', `"${attribute}" must be an http(s) address or a path, got "${address}"`);
  return undefined;
}
