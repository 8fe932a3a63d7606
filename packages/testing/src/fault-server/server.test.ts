import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Behaviour, Listening } from './behaviour.ts';
import { startFaultServer, type FaultServer } from './server.ts';

const ID = '01939f6e-0000-7000-8000-000000000001';
const BODY = JSON.stringify({ id: ID, text: 'Fast delivery' });

let server: FaultServer;

beforeEach(async () => {
  server = await startFaultServer();
});

afterEach(() => server.close());

interface Reply {
  text: string;
  /** How the connection ended. `open` if it was still open after the time limit. */
  end: 'closed' | 'reset' | 'refused' | 'open';
}

const LONG_MS = 10_000;
/** For replies that never arrive. */
const SHORT_MS = 200;

/** Sends bytes over a connection. Returns the reply. */
function send(bytes: string, timeLimitMs = LONG_MS): Promise<Reply> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
    let text = '';
    const end = (how: Reply['end']): void => {
      socket.destroy();
      resolve({ text, end: how });
    };
    socket.setTimeout(timeLimitMs, () => end('open'));
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('end', () => end('closed'));
    socket.on('error', ({ code }: NodeJS.ErrnoException) =>
      end(code === 'ECONNREFUSED' ? 'refused' : 'reset'),
    );
    socket.write(bytes);
  });
}

function post(timeLimitMs = LONG_MS, length = BODY.length): Promise<Reply> {
  return send(makeRequest('/space/feedback', `idempotency-key: "${ID}"\r\n`, length), timeLimitMs);
}

function makeRequest(path: string, headers = '', length = BODY.length): string {
  return `POST ${path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n${headers}content-length: ${length}\r\n\r\n${BODY}`;
}

const BEHAVIOURS: [string, Behaviour, Reply['end'], RegExp][] = [
  ['confirms by default', {}, 'closed', /^HTTP\/1\.1 201 /],
  [
    'replies with a status and a body',
    { status: 500, body: { a: 1 } },
    'closed',
    /^HTTP\/1\.1 500 [^]*{"a":1}$/,
  ],
  ['hangs', { hang: true }, 'open', /^$/],
  ['resets before reading', { reset: 'before' }, 'reset', /^$/],
  ['resets after reading', { reset: 'after' }, 'reset', /^$/],
  ['resets in the middle of the reply', { reset: 'reply', body: 'thank you' }, 'reset', /\r\n\r\nthan$/],
  ['closes without a reply', { raw: '' }, 'closed', /^$/],
  ['writes bytes that are not HTTP', { raw: '220 mail\r\n' }, 'closed', /^220 mail\r\n$/],
  ['stops in the middle of the head', { raw: 'HTTP/1.1 200 OK\r\nconte', hang: true }, 'open', /\r\nconte$/],
  [
    'sends Retry-After as a date',
    { status: 503, retryAfterDateMs: 60_000 },
    'closed',
    /retry-after: \w{3}, \d\d /,
  ],
];

test.each(BEHAVIOURS)('%s', async (_, behaviour, end, text) => {
  server.space('space').setRules([behaviour]);
  const reply = await post(end === 'open' ? SHORT_MS : LONG_MS);
  expect(reply.text).toMatch(text);
  expect(reply.end).toBe(end);
});

const CONNECTIONS: [Listening, Reply['end']][] = [
  ['answer', 'closed'],
  ['refuse', 'refused'],
  ['reset', 'reset'],
  ['silent', 'open'],
];

test.each(CONNECTIONS)('applies the mode to a new connection: %s', async (how, end) => {
  await server.listen(how);
  const reply = await post(end === 'open' ? SHORT_MS : LONG_MS);
  expect(reply.end).toBe(end);
  expect(reply.text === '').toBe(how !== 'answer');
});

test('replies again after it has refused connections, and keeps its log', async () => {
  await post();
  await server.listen('refuse');
  await server.listen('answer');
  await post();
  expect(server.space('space').log).toHaveLength(2);
});

test('logs an incomplete body, and does not store it', async () => {
  server.space('space').setRules([{ reset: 'during' }]);
  await post(LONG_MS, BODY.length + 10);
  expect(server.space('space').log).toMatchObject([{ isWhole: false, isHeld: false, status: null }]);
});

test('stores a record before a failure, but not on a 2xx reply from a portal', async () => {
  const space = server.space('space');
  space.setRules([{ reset: 'after', holds: true }]);
  await post();
  expect(space.heldKeys).toEqual(new Set([ID]));
  const other = server.space('other');
  other.setRules([{ status: 200, holds: false }]);
  await send(makeRequest('/other/feedback'));
  expect(other.heldKeys).toEqual(new Set());
});

test('identifies a record without an idempotency key by the id in its body', async () => {
  await send(makeRequest('/space/feedback'));
  expect(server.space('space').log).toMatchObject([{ key: null, id: ID }]);
  expect(server.space('space').heldKeys).toEqual(new Set([ID]));
});

test('applies the first rule that matches the path, the key and the header, and has times left', async () => {
  const space = server.space('space');
  space.setRules([
    { path: '/wrong', status: 404 },
    { key: 'another', status: 400 },
    { unless: ['host', 'a'], status: 401 },
    { times: 1, status: 500 },
    { status: 202 },
  ]);
  const texts = [(await post()).text, (await post()).text];
  expect(texts.map((text) => text.slice(9, 12))).toEqual(['500', '202']);
});

test('applies a rule to HEAD without logging it or counting it', async () => {
  const space = server.space('space');
  space.setRules([{ status: 404, times: 1 }]);
  const head = 'HEAD /space/feedback HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n';
  expect((await send(head)).text).toMatch(/^HTTP\/1\.1 404 /);
  expect(space.log).toEqual([]);
  expect(space.probes.map(({ path }) => path)).toEqual(['/space/feedback']);
  expect((await post()).text).toMatch(/^HTTP\/1\.1 404 /);
});

test('allows the headers of its rule', async () => {
  server.space('space').setRules([{ allowHeaders: 'content-type' }]);
  const preflight = 'OPTIONS /space/feedback HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n';
  expect((await send(preflight)).text).toMatch(/access-control-allow-headers: content-type\r/);
});
