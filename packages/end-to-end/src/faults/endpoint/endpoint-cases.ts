/** The endpoint failures, with their effects in the page, on the server and in the console. */
import type { Rule } from '@heed/testing/fault-server';
import type { Cause } from '../../../../client/src/explain/causes.ts';
import type { Situation } from '../../../../client/src/explain/situation.ts';

export interface EndpointCase {
  /** A fact in the present tense. */
  name: string;
  /** The client's warning. */
  cause: Cause;
  /** The outcome in the page: the record is stored, or the element shows it again. */
  shows: 'stored' | 'refused';
  /** Details in the warning, in addition to the URL. */
  situation?: Partial<Situation>;
  /** The server's behaviour for each request. By default, it confirms each request. */
  rule?: Rule;
  /** URL of the endpoint. Defaults to a URL of the server. */
  endpoint?: string;
  /** The server's port is closed. */
  isDown?: boolean;
  /** The page's content security policy. */
  csp?: string;
  /** Where the case is tested if it cannot be tested in a page with one tag. */
  testedElsewhere?: 'the tests of the client';
}

const OPTION = { shows: 'stored', testedElsewhere: 'the tests of the client' } as const;

export const CASES: readonly EndpointCase[] = [
  ...ofStatus('notFound', 'stored', { 404: 'the path does not exist', 410: 'the path no longer exists' }),
  ...ofStatus('method', 'stored', { 405: 'the path does not accept POST' }),
  ...ofStatus('authorization', 'stored', { 401: 'a token is missing', 403: 'the request is not allowed' }),
  ...ofStatus('rejected', 'refused', { 400: 'the record is invalid', 422: 'the record cannot be processed' }),
  ...ofStatus('tooLarge', 'refused', { 413: 'the record is too large' }),
  ...ofStatus('mediaType', 'refused', { 415: 'the content type is not supported' }),
  ...ofStatus('rateLimit', 'stored', { 429: 'the rate limit is exceeded' }),
  ...ofStatus('status', 'stored', { 409: 'the server replies with another 4xx status' }),
  ...ofStatus('server', 'stored', { 500: 'the server fails', 503: 'the server is overloaded' }),
  {
    name: 'the endpoint redirects to another address',
    cause: 'redirect',
    shows: 'stored',
    rule: { status: 302, headers: { location: '/sign-in' } },
  },
  {
    name: 'the server answers every path with the start page of an app (200, HTML)',
    cause: 'html',
    shows: 'stored',
    situation: { status: 200 },
    rule: { status: 200, headers: { 'content-type': 'text/html' }, body: '<title>App</title>' },
  },
  {
    name: 'the server sends no CORS headers',
    cause: 'cors',
    shows: 'stored',
    rule: { cors: false, preflight: 'deny' },
  },
  {
    name: 'the preflight does not allow a header of the request',
    cause: 'corsHeaders',
    shows: 'stored',
    situation: { refused: ['idempotency-key'] },
    rule: { allowHeaders: 'content-type' },
  },
  { name: 'nothing listens at the port', cause: 'unreachable', shows: 'stored', isDown: true },
  {
    name: 'the host does not exist',
    cause: 'unreachable',
    shows: 'stored',
    endpoint: 'http://heed.invalid/feedback',
  },
  {
    name: "the page's content security policy blocks the endpoint",
    cause: 'policy',
    shows: 'stored',
    csp: "connect-src 'self'",
  },
  { name: 'the reply takes more than 30 seconds', cause: 'timeout', shows: 'stored', rule: { hang: true } },
  { name: "nothing listens on the page's origin", cause: 'unreachableHere', ...OPTION },
  { name: 'the connection is closed before a reply', cause: 'brokenOff', ...OPTION },
  { name: 'an https page posts to an http address', cause: 'mixedContent', ...OPTION },
  { name: 'the `fetch` option fails', cause: 'noReply', ...OPTION },
  {
    name: 'the `headers` function throws',
    cause: 'function',
    situation: { functions: ['headers'] },
    ...OPTION,
  },
  { name: 'the `endpoint` function does not return a URL', cause: 'address', ...OPTION },
  { name: 'a header has an invalid value', cause: 'request', ...OPTION },
  { name: '`transform` does not return an object for a record with files', cause: 'fields', ...OPTION },
  { name: '`request` sets the mode to `no-cors`', cause: 'opaque', ...OPTION },
  {
    name: '`acknowledge` returns false or throws',
    cause: 'acknowledge',
    situation: { status: 200 },
    ...OPTION,
  },
];

function ofStatus(
  cause: Cause,
  shows: EndpointCase['shows'],
  names: Readonly<Record<number, string>>,
): EndpointCase[] {
  return Object.entries(names).map(([text, name]) => {
    const status = Number(text);
    return { name: `${name} (${status})`, cause, shows, situation: { status }, rule: { status } };
  });
}
