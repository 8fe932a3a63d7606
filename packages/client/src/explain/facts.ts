import type { ClientOptions } from '../options.ts';

/** How far an attempt got that confirmed nothing. */
export interface Facts {
  settings: Pick<ClientOptions, 'endpoint' | 'headers' | 'request' | 'acknowledge' | 'fetch'>;
  /** A status or a word, as in `Attempt`. */
  reason: string;
  /** The arguments of `fetch`; undefined when a function of the team failed before. */
  asked: [url: string | URL, init: RequestInit] | undefined;
  /** Undefined when no reply could be read. */
  response: Response | undefined;
}

/** What a warning may say of an attempt: nothing of the record, a reply's body, a query or a header's value. */
export interface Situation {
  method: string;
  /** Origin and path. */
  address: string;
  /** The endpoint is the address of the page itself. */
  isPage: boolean;
  /** The origin of the page. */
  page: string;
  status: number;
  /** Names of the headers for which a browser asks a preflight, in lower case. */
  headers: readonly string[];
  /** Those among them that the endpoint's preflight does not allow. */
  refused?: readonly string[] | undefined;
  /** Names of the options that are functions and make the request. */
  functions: readonly string[];
}

const UNKNOWN = 'the endpoint';

export function situationOf({ settings, reason, asked, response }: Facts): Situation {
  const { endpoint, headers, request } = settings;
  const [url = typeof endpoint === 'function' ? '' : endpoint, init] = asked ?? [];
  const address = toAddress(url);
  return {
    method: /^[a-z]+$/i.test(init?.method ?? '') ? String(init?.method) : 'POST',
    address,
    isPage: address === toAddress(location.href),
    page: self.origin,
    status: response?.status ?? Number(reason),
    headers: listHeaders(init?.headers),
    functions: Object.entries({ endpoint, headers, request })
      .filter(([, option]) => typeof option === 'function')
      .map(([name]) => name),
  };
}

/** As `fetch` resolves it; null when it is no URL. */
export function resolve(url: string | URL): URL | null {
  try {
    // A worker has no document.
    return new URL(url, globalThis.document?.baseURI ?? location.href);
  } catch {
    return null;
  }
}

function toAddress(url: string | URL): string {
  const { protocol, host, pathname } = (url && resolve(url)) || {};
  return host ? `${protocol}//${host}${pathname}` : UNKNOWN;
}

function listHeaders(headers: HeadersInit | undefined): string[] {
  try {
    return [...new Headers(headers)].filter((header) => !isSafe(...header)).map(([name]) => name);
  } catch {
    // Another warning reports an invalid name or value.
    return [];
  }
}

/** https://fetch.spec.whatwg.org/#cors-safelisted-request-header */
function isSafe(name: string, value: string): boolean {
  return name === 'content-type'
    ? /^(text\/plain|multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(value)
    : /^(accept|accept-language|content-language)$/.test(name);
}
