/** What a server, or something on the way to it, answers or fails to answer. */
import type { Scenario, Step } from '../scenario.ts';

const LIMIT = 30_000;
const DAY = 86_400_000;
const YEAR = 365 * DAY;
const CORS = 'access-control-allow-origin: *\r\n';
const REPEATED = [408, 409, 425, 429, 500, 502, 503, 504, 511];
const HELD = [402, 403, 405, 406, 410, 418, 451];
const PARKED = [400, 413, 414, 415, 422, 431];
const UNCLEAR = ['0', '-5', 'soon', '1e99', '3600000000', 'Thu, 01 Jan 1970 00:00:00 GMT', '12 monkeys'];

/** Two minutes' pause are asked for, and kept to the second, over a reload and however the client is urged. */
const RESPECTED: readonly Step[] = [
  { do: 'submit', group: 'first' },
  { do: 'until', pending: { first: 'retrying' } },
  { do: 'submit', count: 2 },
  { do: 'flush' },
  { do: 'reload' },
  { do: 'flush' },
  { do: 'pass', ms: 118_000 },
  { do: 'flush' },
  { do: 'rules', rules: [] },
  { do: 'pass', ms: 2000 },
  { do: 'settle' },
];

export const protocolScenarios: readonly Scenario[] = [
  {
    name: 'the connection is reset before the body of the request is read',
    rules: [{ reset: 'before', times: 2 }],
    steps: [{ do: 'submit', count: 5 }, { do: 'settle' }],
    end: { attempts: 7 },
  },
  {
    name: 'the connection is reset in the middle of the body of the request',
    rules: [{ reset: 'during', times: 2 }],
    steps: [{ do: 'submit', count: 2, bytes: 1_000_000 }, { do: 'settle' }],
    end: { attempts: 4 },
  },
  {
    name: 'the connection is reset after the receiver has stored the record',
    rules: [{ reset: 'after', holds: true, times: 2 }],
    steps: [{ do: 'submit', count: 5 }, { do: 'settle' }],
    end: { attempts: 7 },
  },
  {
    name: 'a connection in use is closed without a word, so that browsers repeat the POST by themselves',
    rules: [{ times: 1 }, { raw: '', times: 2 }],
    steps: [{ do: 'submit', count: 5 }, { do: 'settle' }],
    end: { attempts: 7 },
  },
  {
    name: 'the connection is reset in the middle of the reply, when the status has arrived',
    rules: [{ body: 'a reply that is cut off', reset: 'reply' }],
    steps: [{ do: 'submit', count: 3 }],
  },
  {
    name: 'a 200 comes with half of its body',
    rules: [
      {
        raw: `HTTP/1.1 200 OK\r\n${CORS}content-type: application/json\r\ncontent-length: 100\r\n\r\n{"refer`,
        holds: true,
      },
    ],
    steps: [{ do: 'submit', count: 3 }, { do: 'settle' }],
    end: { attempts: 6 },
  },
  {
    name: 'a 200 is compressed in a way that nobody can read',
    rules: [{ headers: { 'content-encoding': 'gzip' }, body: 'this is no gzip', times: 2 }],
    steps: [{ do: 'submit', count: 3 }, { do: 'settle' }],
    end: { attempts: 5 },
  },
  {
    name: 'the reply is no HTTP',
    rules: [{ raw: '220 mail.example ESMTP\r\n', times: 2 }],
    steps: [{ do: 'submit', count: 3 }, { do: 'settle' }],
    end: { attempts: 5 },
  },
  {
    name: 'the reply stops in the middle of its head',
    rules: [{ raw: `HTTP/1.1 200 OK\r\n${CORS}content-le`, hang: true, times: 1 }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'until', requests: 1 },
      { do: 'pass', ms: LIMIT },
      { do: 'settle' },
    ],
    end: { attempts: 4 },
  },
  {
    name: 'hints come before the reply',
    rules: [
      {
        raw: `HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\nHTTP/1.1 201 Created\r\n${CORS}content-length: 0\r\n\r\n`,
        holds: true,
      },
    ],
    steps: [{ do: 'submit', count: 3 }],
  },
  {
    name: 'the reply has neither body nor type',
    rules: [{ status: 204 }],
    steps: [{ do: 'submit', count: 3 }],
  },
  {
    name: 'the server closes the connection after each reply',
    rules: [{ headers: { connection: 'close' } }],
    steps: [{ do: 'submit', count: 10 }],
  },
  {
    name: 'the reply comes one byte a second',
    rules: [{ body: 'thank you for this, it will be read', byteMs: 1000, times: 1 }],
    steps: [
      { do: 'submit', count: 2 },
      { do: 'until', requests: 1 },
      { do: 'pass', ms: LIMIT },
      { do: 'settle' },
    ],
    end: { attempts: 3 },
  },
  {
    name: 'the receiver stores the record and replies later than the limit',
    rules: [{ hang: true, holds: true, times: 1 }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'until', requests: 1 },
      { do: 'pass', ms: LIMIT },
      { do: 'settle' },
    ],
    end: { attempts: 4 },
  },
  {
    name: 'the endpoint answers 500 a hundred times',
    rules: [{ status: 500, times: 100 }],
    steps: [{ do: 'submit' }, { do: 'settle' }],
    end: { attempts: 101 },
  },
  {
    name: `each status that passes comes once (${REPEATED.join(', ')})`,
    rules: REPEATED.map((status) => ({ status, times: 1 })),
    steps: [{ do: 'submit' }, { do: 'settle' }],
    end: { attempts: REPEATED.length + 1 },
  },
  {
    name: `each status that points at the settings comes once (${HELD.join(', ')})`,
    rules: HELD.map((status) => ({ status, times: 1 })),
    steps: [{ do: 'submit' }, { do: 'settle' }],
    end: { attempts: HELD.length + 1 },
  },
  {
    name: `records that the endpoint refuses stay (${PARKED.join(', ')}), and the others get through`,
    rules: PARKED.map((status) => ({ group: String(status), status })),
    steps: [
      ...PARKED.map((status) => ({ do: 'submit', group: String(status) }) as const),
      { do: 'submit', count: 3 },
    ],
    end: { left: Object.fromEntries(PARKED.map((status) => [status, 'parked'])) },
  },
  {
    name: 'the first of 50 is refused with 400, and the other 49 get through',
    rules: [{ group: 'refused', status: 400 }],
    steps: [
      { do: 'submit', group: 'refused' },
      { do: 'submit', count: 49 },
    ],
    end: { left: { refused: 'parked' } },
  },
  {
    name: 'a record is too large (413) until the server is set right, and then tried again by hand',
    rules: [{ status: 413 }],
    steps: [
      { do: 'submit', bytes: 200_000 },
      { do: 'until', pending: { records: 'parked' } },
      { do: 'rules', rules: [] },
      { do: 'retry' },
    ],
    end: { attempts: 2 },
  },
  {
    name: '503 with Retry-After in seconds, over a reload, on a device whose clock is ten years ahead',
    page: { clockMs: 10 * YEAR },
    rules: [{ status: 503, headers: { 'retry-after': '120' } }],
    steps: RESPECTED,
    end: { attempts: 4 },
  },
  {
    name: '429 with Retry-After as a date, over a reload, on a device whose clock is ten years ahead',
    page: { clockMs: 10 * YEAR },
    rules: [{ status: 429, retryAfterDateMs: 120_000 }],
    steps: RESPECTED,
    end: { attempts: 4 },
  },
  {
    name: '429 with Retry-After as a date, over a reload, on a device whose clock is ten years behind',
    page: { clockMs: -10 * YEAR },
    rules: [{ status: 429, retryAfterDateMs: 120_000 }],
    steps: RESPECTED,
    end: { attempts: 4 },
  },
  {
    name: `Retry-After says nothing usable (${UNCLEAR.join('; ')})`,
    rules: UNCLEAR.map((value) => ({ status: 503, headers: { 'retry-after': value }, times: 1 })),
    steps: [{ do: 'submit' }, { do: 'settle' }],
    end: { attempts: UNCLEAR.length + 1 },
  },
  {
    name: 'Retry-After asks for a year, and a day is waited',
    rules: [{ status: 503, headers: { 'retry-after': '31536000' } }],
    steps: [
      { do: 'submit' },
      { do: 'until', pending: { records: 'retrying' } },
      { do: 'pass', ms: DAY - 1 },
      { do: 'flush' },
      { do: 'rules', rules: [] },
      { do: 'pass', ms: 1 },
    ],
    end: { attempts: 2 },
  },
  {
    name: 'the token is refused (401) until there is a new one',
    page: { token: 'old' },
    rules: [{ status: 401, unless: ['authorization', 'new'] }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'until', requests: 1 },
      { do: 'configure', page: { token: 'new' } },
      { do: 'settle' },
    ],
    end: { attempts: 6 },
  },
  {
    name: 'no token is to be had for a while',
    page: { token: 'none to be had' },
    steps: [{ do: 'submit', count: 3 }, { do: 'configure', page: { token: 'new' } }, { do: 'settle' }],
  },
  {
    name: 'the address is wrong (404) until it is corrected',
    page: { endpoint: 'wrong path' },
    rules: [{ path: '/wrong', status: 404 }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'until', requests: 1 },
      { do: 'configure', page: { endpoint: 'other origin' } },
      { do: 'settle' },
    ],
    end: { attempts: 6 },
  },
  {
    name: 'the address is wrong until the next release of the page corrects it',
    page: { endpoint: 'wrong path' },
    rules: [{ path: '/wrong', status: 404 }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'until', requests: 1 },
      { do: 'open', page: { endpoint: 'other origin' } },
      { do: 'settle' },
    ],
    end: { attempts: 6 },
  },
  {
    name: 'the endpoint redirects to a page for signing in (302)',
    rules: [{ status: 302, headers: { location: '/sign-in' } }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'until', requests: 1 },
      { do: 'rules', rules: [] },
      { do: 'settle' },
    ],
    end: { attempts: 6 },
  },
  {
    name: 'the endpoint redirects the POST elsewhere (307), and nothing is posted there',
    rules: [
      { path: '/elsewhere', holds: false },
      { path: '/feedback', status: 307, headers: { location: 'elsewhere' } },
    ],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'until', requests: 1 },
      { do: 'rules', rules: [] },
      { do: 'settle' },
    ],
    end: { attempts: 6 },
  },
  {
    name: 'a captive portal answers everything with its own page and a 200',
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
    end: { attempts: 6 },
  },
  {
    name: 'a 200 says in its body that nothing was stored',
    page: { acknowledge: 'body says ok' },
    rules: [
      { status: 200, body: { ok: false }, holds: false, times: 2 },
      { status: 200, body: { ok: true } },
    ],
    steps: [{ do: 'submit', count: 3 }, { do: 'settle' }],
    end: { attempts: 5 },
  },
  {
    name: 'the reply lacks the CORS header, so that the page may not see it',
    rules: [{ cors: false, times: 3 }],
    steps: [{ do: 'submit', count: 3 }, { do: 'settle' }],
    end: { attempts: 6 },
  },
  {
    name: 'the preflight is denied until the server is set right',
    rules: [{ preflight: 'deny' }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'until', preflights: 1 },
      { do: 'rules', rules: [] },
      { do: 'settle' },
    ],
  },
  {
    name: 'the preflight is never answered',
    rules: [{ preflight: 'hang' }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'until', preflights: 1 },
      { do: 'rules', rules: [] },
      { do: 'pass', ms: LIMIT },
      { do: 'settle' },
    ],
  },
  {
    name: 'the preflight is reset',
    rules: [{ preflight: 'reset' }],
    steps: [
      { do: 'submit', count: 3 },
      { do: 'until', preflights: 1 },
      { do: 'rules', rules: [] },
      { do: 'settle' },
    ],
  },
  {
    name: 'the endpoint answers no preflight at all, and gets the records as plain text',
    page: { request: 'as text' },
    rules: [{ reset: 'after', preflight: 'deny', times: 1 }, { preflight: 'deny' }],
    steps: [{ do: 'submit', count: 3 }, { do: 'settle' }],
    end: { attempts: 4 },
  },
  {
    name: 'the endpoint answers no preflight at all, and gets the records as forms',
    page: { request: 'as form' },
    rules: [{ reset: 'after', preflight: 'deny', times: 1 }, { preflight: 'deny' }],
    steps: [{ do: 'submit', count: 3 }, { do: 'settle' }],
    end: { attempts: 4 },
  },
  {
    name: "the page's Content-Security-Policy forbids the endpoint until the next release",
    page: { csp: "connect-src 'self'" },
    steps: [{ do: 'submit', count: 3 }, { do: 'open', page: {} }, { do: 'settle' }],
  },
];
