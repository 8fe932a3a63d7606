/** The texts of the warnings: what happened, what was expected and what to do. */
import type { Situation } from './situation.ts';

type Text = (situation: Situation) => string;

/** Method and address of the request. */
const asked: Text = ({ method, address }) => `${method} ${address}`;
const answered: Text = (situation) =>
  `${asked(situation)} was answered with ${situation.status}` +
  (situation.isPage ? ', and this is the address of the page itself' : '');

const preflight: Text = ({ page, headers }) =>
  headers.length === 0
    ? ''
    : `to OPTIONS with a 2xx status, "Access-Control-Allow-Origin: ${page}", ` +
      `"Access-Control-Allow-Methods: POST" and "Access-Control-Allow-Headers: ${headers.join(', ')}", and `;
const corsAdvice: Text = (situation) =>
  `Reply ${preflight(situation)}to ${situation.method} with ` +
  `"Access-Control-Allow-Origin: ${situation.page}", also when the status is an error.`;

const CAUSES = {
  unreachable: [
    'HEED_UNREACHABLE',
    (s) =>
      `${asked(s)} got no reply. Start the server, or correct the host, the port or the certificate. ` +
      `A firewall or a browser extension may also block the request. If the server has logged a HEAD request, ` +
      `it is running and blocks other origins. ${corsAdvice(s)}`,
  ],
  unreachableHere: [
    'HEED_UNREACHABLE',
    (s) =>
      `${asked(s)} got no reply. Start the server. ` +
      "A firewall, a browser extension or the page's service worker may also block the request.",
  ],
  noReply: [
    'HEED_UNREACHABLE',
    (s) =>
      `${asked(s)} failed in the page's own "fetch" option. Start the server, or correct the address. ` +
      `If the server is running on another origin, it must allow this page. ${corsAdvice(s)}`,
  ],
  brokenOff: [
    'HEED_UNREACHABLE',
    (s) =>
      `${asked(s)} got no reply that the page can read, although the server replies to HEAD. ` +
      `Check the server's log for a crash or a closed connection. ${isElsewhere(s) ? corsAdvice(s) : ''}`.trim(),
  ],
  cors: [
    'HEED_CORS',
    (s) =>
      `${asked(s)} reached a server that does not allow requests from ${s.page}. ${corsAdvice(s)}${simpleAdvice(s)}`,
  ],
  corsHeaders: [
    'HEED_CORS',
    (s) => `${asked(s)} was not sent: ${refusedBy(s)}. ${corsAdvice(s)}${simpleAdvice(s)}`,
  ],
  policy: [
    'HEED_CSP',
    (s) =>
      `${asked(s)} was blocked by the page's content security policy. Add ${originOf(s.address)} to its "connect-src".`,
  ],
  mixedContent: [
    'HEED_MIXED_CONTENT',
    (s) =>
      `${asked(s)} was blocked: a page on https cannot post to an http address. Set "endpoint" to an https address.`,
  ],
  address: [
    'HEED_ENDPOINT',
    () => '"endpoint" is not a valid URL. Set an http(s) URL or a path that starts with "/".',
  ],
  request: [
    'HEED_REQUEST',
    (s) =>
      `${asked(s)} is not a valid request. Check "headers" and "request": the name or value of a header contains a character ` +
      'that HTTP does not allow, the method allows no body, or the address contains a password.',
  ],
  timeout: [
    'HEED_TIMEOUT',
    (s) =>
      `${asked(s)} got no reply within 30 seconds. Reply as soon as the record is stored, and do slow work afterwards.`,
  ],
  function: [
    'HEED_FUNCTION',
    ({ functions }) =>
      `the function ${functions.map((name) => `"${name}"`).join(' or ')} threw or did not settle within 30 seconds. ` +
      'Nothing was sent. Correct the function; the record is kept and retried.',
  ],
  fields: [
    'HEED_REQUEST',
    () =>
      'a record with files is posted as a form, but "transform" did not return an object. Return an object.',
  ],
  acknowledge: [
    'HEED_ACKNOWLEDGE',
    (s) =>
      `${answered(s)}, but the function "acknowledge" did not return true: ` +
      'it returned false, threw or did not settle. ' +
      'Return true for each reply that confirms the record, or leave the option out.',
  ],
  opaque: [
    'HEED_OPAQUE',
    (s) =>
      `${asked(s)} got a reply that the page cannot read, because "request" sets the mode "no-cors". ` +
      `It confirms nothing. Leave the mode out. ${corsAdvice(s)}`,
  ],
  redirect: [
    'HEED_REDIRECT',
    (s) =>
      `${asked(s)} was redirected, and redirects are not followed. Set "endpoint" to the final address: ` +
      'check http and https, the host, and the trailing slash. ' +
      'A redirect to a sign-in page means that the request lacks authorization.',
  ],
  html: [
    'HEED_HTML',
    (s) =>
      `${answered(s)} and an HTML page, which does not confirm a record. Correct the path: ` +
      'the server may answer every unknown path with its start page. ' +
      'Reply with JSON or an empty body. The sign-in page of a network looks the same, but is temporary.',
  ],
  notFound: [
    'HEED_NOT_FOUND',
    (s) =>
      `${answered(s)}. Correct the path of "endpoint", ` +
      `or make the server accept ${s.method} there and reply with a 2xx status.`,
  ],
  method: [
    'HEED_METHOD',
    (s) =>
      `${answered(s)}: the server does not accept ${s.method} there. ` +
      `Correct the path of "endpoint", or add a route for ${s.method}.`,
  ],
  authorization: [
    'HEED_FORBIDDEN',
    (s) =>
      `${answered(s)}. Send what the server asks for, such as a token, with the option "headers", ` +
      'or let the server accept records without it. Cookies are not sent.',
  ],
  rejected: [
    'HEED_REJECTED',
    (s) =>
      `${answered(s)}: the server rejects this record, and it is not sent again. ` +
      'Accept the JSON of a record and reply with a 2xx status, ' +
      'or send what the server expects with the options "transform" and "request". Then call retry().',
  ],
  tooLarge: [
    'HEED_TOO_LARGE',
    (s) =>
      `${answered(s)}: the record is too large for the server and is not sent again. ` +
      "Raise the server's limit for the body or the headers, " +
      'or set "max-size" of attachments. Then call retry().',
  ],
  mediaType: [
    'HEED_MEDIA_TYPE',
    (s) =>
      `${answered(s)}: the server does not accept this content type. ` +
      'Accept "application/json", and "multipart/form-data" for attachments, ' +
      'or set "request" to asText or asForm. Then call retry().',
  ],
  rateLimit: [
    'HEED_RATE_LIMIT',
    (s) =>
      `${answered(s)}: the server limits the number of requests. ` +
      'Raise the limit. To set the pause, reply with "Retry-After".',
  ],
  server: [
    'HEED_SERVER',
    (s) =>
      `${answered(s)}: the server failed. Check its log. ` +
      'The record is kept and retried until the status is 2xx.',
  ],
  status: [
    'HEED_STATUS',
    (s) =>
      `${answered(s)}. Reply with a 2xx status once the record is stored. The record is kept and retried.`,
  ],
} satisfies Record<string, readonly [code: string, text: Text]>;

export type Cause = keyof typeof CAUSES;

export const ALL_CAUSES = Object.keys(CAUSES) as Cause[];

export function codeOf(cause: Cause): string {
  return CAUSES[cause][0];
}

export function warningOf(cause: Cause, situation: Situation): string {
  const [code, text] = CAUSES[cause];
  return `[heed] client: ${text(situation)} (${code})`;
}

function refusedBy({ refused = [] }: Situation): string {
  const fields = refused.length === 1 ? 'Request header field' : 'Request header fields';
  return `${fields} ${refused.join(', ')} ${refused.length === 1 ? 'is' : 'are'} not allowed by the reply to OPTIONS`;
}

function simpleAdvice({ headers }: Situation): string {
  return headers.length > 0 ? ' If the server cannot respond to OPTIONS, set "request: asText".' : '';
}

function originOf(address: string): string {
  return address.split('/', 3).join('/');
}

function isElsewhere({ address, page }: Situation): boolean {
  return originOf(address) !== page;
}
