import { warnOnce } from './warn.ts';

/** An address that a link may lead to; undefined, with a warning, when it is not http(s), such as `javascript:`. */
export function httpAddress(host: Element, attribute: string, address: string): string | undefined {
  const url = URL.parse(address, document.baseURI);
  if (url && /^https?:$/.test(url.protocol)) return url.href;
  warnOnce(host, 'HEED_LINK', `"${attribute}" must be an http(s) address or a path, got "${address}"`);
  return undefined;
}
