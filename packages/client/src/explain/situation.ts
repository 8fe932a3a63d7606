import type { ClientOptions } from '../api/options.ts';

/** The options that an explanation needs. */
export type ExplainedSettings = Pick<
  ClientOptions,
  'endpoint' | 'headers' | 'request' | 'acknowledge' | 'fetch'
>;

/** A post that was not confirmed. */
export interface FailedPost {
  /** As in `Attempt`. */
  reason: string;
  /** The arguments of `fetch`; undefined if a function among the options failed before. */
  call: [url: string | URL, init: RequestInit] | undefined;
  /** Undefined if no response could be read. */
  response: Response | undefined;
}

/** What a warning may contain: nothing of the record, of a response body, of a query or of a header's value. */
export interface Situation {
  method: string;
  /** Origin and path. */
  address: string;
  /** Is the endpoint the URL of the page itself? */
  isPage: boolean;
  /** The origin of the page. */
  page: string;
  /** The status of the response; 0 without one. */
  status: number;
  /** Names of the headers that require a preflight, in lower case. */
  headers: readonly string[];
  /** Names of the headers that the endpoint's preflight does not allow. */
  refused?: readonly string[] | undefined;
  /** Names of the options that are functions and contribute to the request. */
  functions: readonly string[];
}

const UNKNOWN = 'the endpoint';

export function describeSituation(
  { endpoint, headers, request }: ExplainedSettings,
  { call, response }: FailedPost,
): Situation {
  const [url = typeof endpoint === 'function' ? '' : endpoint, init] = call ?? [];
  const address = toAddress(url);
  return {
    method: /^[a-z]+$/i.test(init?.method ?? '') ? String(init?.method) : 'POST',
    address,
    isPage: address === toAddress(location.href),
    page: self.origin,
    status: response?.status ?? 0,
    headers: listHeaders(init?.headers),
    functions: Object.entries({ endpoint, headers, request })
      .filter(([, option]) => typeof option === 'function')
      .map(([name]) => name),
  };
}

/** Resolves a URL as `fetch` does; returns null if it is invalid. */
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
    // Another warning reports the invalid name or value.
    return [];
  }
}

/** https://fetch.spec.whatwg.org/#cors-safelisted-request-header */
function isSafe(name: string, value: string): boolean {
  return name === 'content-type'
    ? /^(text\/plain|multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(value)
    : /^(accept|accept-language|content-language)$/.test(name);
}
