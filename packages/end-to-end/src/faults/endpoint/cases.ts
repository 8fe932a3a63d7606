/** What can be wrong with an endpoint, as a page, a server and a developer's console show it. */
import type { Rule } from '@heed/testing/fault-server';
import type { Cause } from '../../../../client/src/explain/causes.ts';
import type { Situation } from '../../../../client/src/explain/situation.ts';

export interface EndpointCase {
  /** A fact in the present tense. */
  name: string;
  /** The client's warning. */
  cause: Cause;
  /** What becomes of the record in the page: it is saved, or the element shows it again. */
  shows: 'stored' | 'refused';
  /** What the warning names, beyond the address. */
  situation?: Partial<Situation>;
  /** How the server treats each request. It confirms each by default. */
  rule?: Rule;
  /** The address, or that of the server. */
  endpoint?: string;
  /** Nobody listens at the server's port. */
  isDown?: boolean;
  /** Content security policy of the page. */
  csp?: string;
  /** Where this is tested, when a page with one tag cannot show it. */
  elsewhere?: 'the tests of the client';
}

const OPTION = { shows: 'stored', elsewhere: 'the tests of the client' } as const;

export const CASES: readonly EndpointCase[] = [
  ...ofStatus('notFound', 'stored', { 404: 'the path does not exist', 410: 'the path exists no longer' }),
  ...ofStatus('method', 'stored', { 405: 'the path takes no POST' }),
  ...ofStatus('authorization', 'stored', { 401: 'a token is missing', 403: 'the request is not allowed' }),
  ...ofStatus('rejected', 'refused', { 400: 'the record is invalid', 422: 'the record cannot be processed' }),
  ...ofStatus('tooLarge', 'refused', { 413: 'the record is too large' }),
  ...ofStatus('mediaType', 'refused', { 415: 'the content type is not supported' }),
  ...ofStatus('rateLimit', 'stored', { 429: 'there are too many requests' }),
  ...ofStatus('status', 'stored', { 409: 'the status is another 4xx' }),
  ...ofStatus('server', 'stored', { 500: 'the server fails', 503: 'the server is overloaded' }),
  {
    name: 'the endpoint redirects to another address',
    cause: 'redirect',
    shows: 'stored',
    rule: { status: 302, headers: { location: '/sign-in' } },
  },
  {
    name: 'every path is answered with the start page of an app (200, HTML)',
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
    name: 'the content security policy of the page blocks the endpoint',
    cause: 'policy',
    shows: 'stored',
    csp: "connect-src 'self'",
  },
  { name: 'the reply takes more than 30 seconds', cause: 'timeout', shows: 'stored', rule: { hang: true } },
  { name: 'nothing listens on the origin of the page', cause: 'unreachableHere', ...OPTION },
  { name: 'the connection breaks off before a reply', cause: 'brokenOff', ...OPTION },
  { name: 'an https page posts to an http address', cause: 'mixedContent', ...OPTION },
  { name: 'the `fetch` option fails', cause: 'noReply', ...OPTION },
  {
    name: 'the function `headers` throws',
    cause: 'function',
    situation: { functions: ['headers'] },
    ...OPTION,
  },
  { name: 'the function `endpoint` returns no address', cause: 'address', ...OPTION },
  { name: 'a header has an invalid value', cause: 'request', ...OPTION },
  { name: '`transform` returns no object for a record with files', cause: 'fields', ...OPTION },
  { name: '`request` sets the mode `no-cors`', cause: 'opaque', ...OPTION },
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
