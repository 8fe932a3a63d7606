/** Replies, and missing replies, of a server or an intermediary. */
import type { Scenario, Step } from '../scenario.ts';

const TIMEOUT_MS = 30_000;
const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
const CORS = 'access-control-allow-origin: *\r\n';
const TEMPORARY = [408, 409, 425, 429, 500, 502, 503, 504, 511];
const CONFIGURATION = [402, 403, 405, 406, 410, 418, 451];
const REJECTED = [400, 413, 414, 415, 422, 431];
const INVALID_VALUES = [
  '0',
  '-5',
  'soon',
  '1e99',
  '3600000000',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  '12 monkeys',
];

/** The client waits two minutes as requested, to the second, across a reload and despite calls of `flush()`. */
const WAIT_TWO_MINUTES: readonly Step[] = [
  { do: 'submit', group: 'first' },
  { do: 'wait', pending: { first: 'retrying' } },
  { do: 'submit', count: 2 },
  { do: 'flush' },
  { do: 'reload' },
  { do: 'flush' },
  { do: 'advance', ms: 118_000 },
  { do: 'flush' },
  { do: 'rules', rules: [] },
  { do: 'advance', ms: 2000 },
  { do: 'settle' },
];

export const protocolScenarios: readonly Scenario[] = [
  {
    name: 'the connection is reset before the request body is read',
    rules: [{ reset: 'before', times: 2 }],
    steps: [{ do: 'submit', count: 5 }, { do: 'settle' }],
    expected: { maxAttempts: 7 },
  },
  {
    name: 'the connection is reset in the middle of the request body',
    rules: [{ reset: 'during', times: 2 }],
    steps: [{ do: 'submit', count: 2, bytes: 1_000_000 }, { do: 'settle' }],
    expected: { maxAttempts: 4 },
  },
  {
    name: 'the connection is reset after the receiver has stored the record',
    rules: [{ reset: 'after', holds: true, times: 2 }],
    steps: [{ do: 'submit', count: 5 }, { do: 'settle' }],
    expected: { maxAttempts: 7 },
  },
  {
    name: 'a reused connection is closed without a reply, so browsers repeat the POST',
    rules: [{ times: 1 }, { raw: '', times: 2 }],
    steps: [{ do: 'submit', count: 5 }, { do: 'settle' }],
    expected: { maxAttempts: 7 },
  },
  {
    name: 'the connection is reset in the middle of the reply, after the status',
    rules: [{ body: 'a reply that is cut off', reset: 'reply' }],
    steps: [{ do: 'submit', count: 3 }],
  },
  {
    name: 'a 200 arrives with half of its body',
    rules: [
      {
        raw: `HTTP/1.1 200 OK\r\n${CORS}content-type: application/json\r\ncontent-length: 100\r\n\r\n{"refer`,
        holds: true,
      },
    ],
    steps: [{ do: 'submit', count: 3 }, { do: 'settle' }],
    expected: { maxAttempts: 6 },
  },
  {
    name: 'a 200 has an invalid compressed body',
    rules: [{ headers: { 'content-encoding': 'gzip' }, body: 'not gzip', times: 2 }],
    steps: [{ do: 'submit', count: 3 }, { do: 'settle' }],
    expected: { maxAttempts: 5 },
  },
  {
    name: 'the reply is not HTTP',
    rules: [{ raw: '220 mail.example ESMTP\r\n', times: 2 }],
    steps: [{ do: 'submit', count: 3 }, { do: 'settle' }],
    expected: { maxAttempts: 5 },
  },
  {
    name: 'the reply stops in the middle of its headers',
    rules: [{ raw: `HTTP/1.1 200 OK\r\n${CORS}content-le`, hang: true, times: 1 }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'wait', requests: 1 },
      { do: 'advance', ms: TIMEOUT_MS },
      { do: 'settle' },
    ],
    expected: { maxAttempts: 4 },
  },
  {
    name: 'an informational response (103) precedes the reply',
    rules: [
      {
        raw: `HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\nHTTP/1.1 201 Created\r\n${CORS}content-length: 0\r\n\r\n`,
        holds: true,
      },
    ],
    steps: [{ do: 'submit', count: 3 }],
  },
  {
    name: 'the reply has neither a body nor a content type',
    rules: [{ status: 204 }],
    steps: [{ do: 'submit', count: 3 }],
  },
  {
    name: 'the server closes the connection after each reply',
    rules: [{ headers: { connection: 'close' } }],
    steps: [{ do: 'submit', count: 10 }],
  },
  {
    name: 'the reply arrives at one byte per second',
    rules: [{ body: 'thank you for this, it will be read', byteMs: 1000, times: 1 }],
    steps: [
      { do: 'submit', count: 2 },
      { do: 'wait', requests: 1 },
      { do: 'advance', ms: TIMEOUT_MS },
      { do: 'settle' },
    ],
    expected: { maxAttempts: 3 },
  },
  {
    name: 'the receiver stores the record and replies after the timeout',
    rules: [{ hang: true, holds: true, times: 1 }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'wait', requests: 1 },
      { do: 'advance', ms: TIMEOUT_MS },
      { do: 'settle' },
    ],
    expected: { maxAttempts: 4 },
  },
  {
    name: 'the endpoint replies with 500 a hundred times',
    rules: [{ status: 500, times: 100 }],
    steps: [{ do: 'submit' }, { do: 'settle' }],
    expected: { maxAttempts: 101 },
  },
  {
    name: `each temporary status occurs once (${TEMPORARY.join(', ')})`,
    rules: TEMPORARY.map((status) => ({ status, times: 1 })),
    steps: [{ do: 'submit' }, { do: 'settle' }],
    expected: { maxAttempts: TEMPORARY.length + 1 },
  },
  {
    name: `each status that indicates a configuration problem occurs once (${CONFIGURATION.join(', ')})`,
    rules: CONFIGURATION.map((status) => ({ status, times: 1 })),
    steps: [{ do: 'submit' }, { do: 'settle' }],
    expected: { maxAttempts: CONFIGURATION.length + 1 },
  },
  {
    name: `rejected records stay on the device (${REJECTED.join(', ')}), and the others are delivered`,
    rules: REJECTED.map((status) => ({ group: String(status), status })),
    steps: [
      ...REJECTED.map((status) => ({ do: 'submit', group: String(status) }) as const),
      { do: 'submit', count: 3 },
    ],
    expected: { remaining: Object.fromEntries(REJECTED.map((status) => [status, 'parked'])) },
  },
  {
    name: 'the first of 50 records is rejected with 400, and the other 49 are delivered',
    rules: [{ group: 'refused', status: 400 }],
    steps: [
      { do: 'submit', group: 'refused' },
      { do: 'submit', count: 49 },
    ],
    expected: { remaining: { refused: 'parked' } },
  },
  {
    name: 'a record is too large (413) until the server is reconfigured, and is then retried manually',
    rules: [{ status: 413 }],
    steps: [
      { do: 'submit', bytes: 200_000 },
      { do: 'wait', pending: { records: 'parked' } },
      { do: 'rules', rules: [] },
      { do: 'retry' },
    ],
    expected: { maxAttempts: 2 },
  },
  {
    name: '503 with `Retry-After` in seconds, across a reload, on a device whose clock is ten years ahead',
    page: { clockOffsetMs: 10 * YEAR_MS },
    rules: [{ status: 503, headers: { 'retry-after': '120' } }],
    steps: WAIT_TWO_MINUTES,
    expected: { maxAttempts: 4 },
  },
  {
    name: '429 with `Retry-After` as a date, across a reload, on a device whose clock is ten years ahead',
    page: { clockOffsetMs: 10 * YEAR_MS },
    rules: [{ status: 429, retryAfterDateMs: 120_000 }],
    steps: WAIT_TWO_MINUTES,
    expected: { maxAttempts: 4 },
  },
  {
    name: '429 with `Retry-After` as a date, across a reload, on a device whose clock is ten years behind',
    page: { clockOffsetMs: -10 * YEAR_MS },
    rules: [{ status: 429, retryAfterDateMs: 120_000 }],
    steps: WAIT_TWO_MINUTES,
    expected: { maxAttempts: 4 },
  },
  {
    name: `\`Retry-After\` is invalid (${INVALID_VALUES.join('; ')})`,
    rules: INVALID_VALUES.map((value) => ({ status: 503, headers: { 'retry-after': value }, times: 1 })),
    steps: [{ do: 'submit' }, { do: 'settle' }],
    expected: { maxAttempts: INVALID_VALUES.length + 1 },
  },
  {
    name: '`Retry-After` asks for a year, and the client waits for a day',
    rules: [{ status: 503, headers: { 'retry-after': '31536000' } }],
    steps: [
      { do: 'submit' },
      { do: 'wait', pending: { records: 'retrying' } },
      { do: 'advance', ms: DAY_MS - 1 },
      { do: 'flush' },
      { do: 'rules', rules: [] },
      { do: 'advance', ms: 1 },
    ],
    expected: { maxAttempts: 2 },
  },
  {
    name: 'the token is rejected (401) until it is replaced',
    page: { token: 'old' },
    rules: [{ status: 401, unless: ['authorization', 'new'] }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'wait', requests: 1 },
      { do: 'configure', page: { token: 'new' } },
      { do: 'settle' },
    ],
    expected: { maxAttempts: 6 },
  },
  {
    name: 'the token is temporarily unavailable',
    page: { token: 'unavailable' },
    steps: [{ do: 'submit', count: 3 }, { do: 'configure', page: { token: 'new' } }, { do: 'settle' }],
  },
  {
    name: 'the endpoint URL is wrong (404) until it is corrected',
    page: { endpoint: 'wrong path' },
    rules: [{ path: '/wrong', status: 404 }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'wait', requests: 1 },
      { do: 'configure', page: { endpoint: 'cross origin' } },
      { do: 'settle' },
    ],
    expected: { maxAttempts: 6 },
  },
  {
    name: 'the endpoint URL is wrong until the next release of the page',
    page: { endpoint: 'wrong path' },
    rules: [{ path: '/wrong', status: 404 }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'wait', requests: 1 },
      { do: 'open', page: { endpoint: 'cross origin' } },
      { do: 'settle' },
    ],
    expected: { maxAttempts: 6 },
  },
  {
    name: 'the endpoint redirects to a sign-in page (302)',
    rules: [{ status: 302, headers: { location: '/sign-in' } }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'wait', requests: 1 },
      { do: 'rules', rules: [] },
      { do: 'settle' },
    ],
    expected: { maxAttempts: 6 },
  },
  {
    name: 'the endpoint redirects the POST (307), and the client does not follow',
    rules: [
      { path: '/elsewhere', holds: false },
      { path: '/feedback', status: 307, headers: { location: 'elsewhere' } },
    ],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'wait', requests: 1 },
      { do: 'rules', rules: [] },
      { do: 'settle' },
    ],
    expected: { maxAttempts: 6 },
  },
  {
    name: 'a captive portal answers every request with its own page and a 200',
    rules: [
      {
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: '<!doctype html><title>Welcome to our wireless network</title>',
        holds: false,
        times: 3,
      },
    ],
    steps: [{ do: 'submit', count: 3 }, { do: 'settle' }],
    expected: { maxAttempts: 6 },
  },
  {
    name: 'the body of a 200 says that nothing was stored',
    page: { acknowledge: 'ok in body' },
    rules: [
      { status: 200, body: { ok: false }, holds: false, times: 2 },
      { status: 200, body: { ok: true } },
    ],
    steps: [{ do: 'submit', count: 3 }, { do: 'settle' }],
    expected: { maxAttempts: 5 },
  },
  {
    name: 'the reply has no CORS header, so the page cannot read it',
    rules: [{ cors: false, times: 3 }],
    steps: [{ do: 'submit', count: 3 }, { do: 'settle' }],
    expected: { maxAttempts: 6 },
  },
  {
    name: 'the preflight is denied until the server is reconfigured',
    rules: [{ preflight: 'deny' }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'wait', preflights: 1 },
      { do: 'rules', rules: [] },
      { do: 'settle' },
    ],
  },
  {
    name: 'the preflight is never answered',
    rules: [{ preflight: 'hang' }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'wait', preflights: 1 },
      { do: 'rules', rules: [] },
      { do: 'advance', ms: TIMEOUT_MS },
      { do: 'settle' },
    ],
  },
  {
    name: 'the preflight is reset',
    rules: [{ preflight: 'reset' }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'wait', preflights: 1 },
      { do: 'rules', rules: [] },
      { do: 'settle' },
    ],
  },
  {
    name: 'the endpoint denies every preflight, and the client posts plain text',
    page: { request: 'as text' },
    rules: [{ reset: 'after', preflight: 'deny', times: 1 }, { preflight: 'deny' }],
    steps: [{ do: 'submit', count: 3 }, { do: 'settle' }],
    expected: { maxAttempts: 4 },
  },
  {
    name: 'the endpoint denies every preflight, and the client posts forms',
    page: { request: 'as form' },
    rules: [{ reset: 'after', preflight: 'deny', times: 1 }, { preflight: 'deny' }],
    steps: [{ do: 'submit', count: 3 }, { do: 'settle' }],
    expected: { maxAttempts: 4 },
  },
  {
    name: "the page's content security policy blocks the endpoint until the next release",
    page: { csp: "connect-src 'self'" },
    steps: [{ do: 'submit', count: 3 }, { do: 'open', page: {} }, { do: 'settle' }],
  },
];
