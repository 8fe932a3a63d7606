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

interface Heard {
  text: string;
  /** How the connection ended; `open`: it had not when nothing more was awaited. */
  end: 'closed' | 'reset' | 'refused' | 'open';
}

const LONG_MS = 10_000;
/** For what never comes. */
const SHORT_MS = 200;

/** Sends bytes over a connection, and hears what comes back. */
function send(bytes: string, patienceMs = LONG_MS): Promise<Heard> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
    let text = '';
    const end = (how: Heard['end']): void => {
      socket.destroy();
      resolve({ text, end: how });
    };
    socket.setTimeout(patienceMs, () => end('open'));
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('end', () => end('closed'));
    socket.on('error', ({ code }: NodeJS.ErrnoException) =>
      end(code === 'ECONNREFUSED' ? 'refused' : 'reset'),
    );
    socket.write(bytes);
  });
}

function post(patienceMs = LONG_MS, length = BODY.length): Promise<Heard> {
  return send(makeRequest('/space/feedback', `idempotency-key: "${ID}"\r\n`, length), patienceMs);
}

function makeRequest(path: string, headers = '', length = BODY.length): string {
  return `POST ${path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n${headers}content-length: ${length}\r\n\r\n${BODY}`;
}

const BEHAVIOURS: [string, Behaviour, Heard['end'], RegExp][] = [
  ['confirms by default', {}, 'closed', /^HTTP\/1\.1 201 /],
  [
    'replies with a status and a body',
    { status: 500, body: { a: 1 } },
    'closed',
    /^HTTP\/1\.1 500 [^]*{"a":1}$/,
  ],
  ['hangs', { hang: true }, 'open', /^$/],
  ['resets before it reads', { reset: 'before' }, 'reset', /^$/],
  ['resets after it has read', { reset: 'after' }, 'reset', /^$/],
  ['resets in mid-reply', { reset: 'reply', body: 'thank you' }, 'reset', /\r\n\r\nthan$/],
  ['closes without a word', { raw: '' }, 'closed', /^$/],
  ['writes bytes that are no HTTP', { raw: '220 mail\r\n' }, 'closed', /^220 mail\r\n$/],
  ['stops in mid-head', { raw: 'HTTP/1.1 200 OK\r\nconte', hang: true }, 'open', /\r\nconte$/],
  [
    'asks for a pause until a date',
    { status: 503, retryAfterDateMs: 60_000 },
    'closed',
    /retry-after: \w{3}, \d\d /,
  ],
];

test.each(BEHAVIOURS)('%s', async (_, behaviour, end, text) => {
  server.space('space').setRules([behaviour]);
  const heard = await post(end === 'open' ? SHORT_MS : LONG_MS);
  expect(heard.text).toMatch(text);
  expect(heard.end).toBe(end);
});

const CONNECTIONS: [Listening, Heard['end']][] = [
  ['answer', 'closed'],
  ['refuse', 'refused'],
  ['reset', 'reset'],
  ['silent', 'open'],
];

test.each(CONNECTIONS)('treats a new connection as it is told: %s', async (how, end) => {
  await server.listen(how);
  const heard = await post(end === 'open' ? SHORT_MS : LONG_MS);
  expect(heard.end).toBe(end);
  expect(heard.text === '').toBe(how !== 'answer');
});

test('answers again after it has refused, and remembers what came before', async () => {
  await post();
  await server.listen('refuse');
  await server.listen('answer');
  await post();
  expect(server.space('space').log).toHaveLength(2);
});

test('knows a body that is not whole, and does not hold it', async () => {
  server.space('space').setRules([{ reset: 'during' }]);
  await post(LONG_MS, BODY.length + 10);
  expect(server.space('space').log).toMatchObject([{ isWhole: false, isHeld: false, status: null }]);
});

test('holds what it stored before it failed, and not what a portal answered', async () => {
  const space = server.space('space');
  space.setRules([{ reset: 'after', holds: true }]);
  await post();
  expect(space.heldKeys).toEqual(new Set([ID]));
  const other = server.space('other');
  other.setRules([{ status: 200, holds: false }]);
  await send(makeRequest('/other/feedback'));
  expect(other.heldKeys).toEqual(new Set());
});

test('knows a record without a key in the header by the id in its body', async () => {
  await send(makeRequest('/space/feedback'));
  expect(server.space('space').log).toMatchObject([{ key: null, id: ID }]);
  expect(server.space('space').heldKeys).toEqual(new Set([ID]));
});

test('takes the first rule that fits the path, the key and the header, and is not used up', async () => {
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

test('answers HEAD as its rule says, and neither logs it nor uses the rule up', async () => {
  const space = server.space('space');
  space.setRules([{ status: 404, times: 1 }]);
  const head = 'HEAD /space/feedback HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n';
  expect((await send(head)).text).toMatch(/^HTTP\/1\.1 404 /);
  expect(space.log).toEqual([]);
  expect(space.probes.map(({ path }) => path)).toEqual(['/space/feedback']);
  expect((await post()).text).toMatch(/^HTTP\/1\.1 404 /);
});

test('allows the headers that its rule names', async () => {
  server.space('space').setRules([{ allowHeaders: 'content-type' }]);
  const preflight = 'OPTIONS /space/feedback HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n';
  expect((await send(preflight)).text).toMatch(/access-control-allow-headers: content-type\r/);
});
