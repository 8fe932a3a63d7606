import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomBytes, buildForm } from '../test/multipart-form.ts';
import { buildRecord } from '../test/test-client.ts';
import { startReceiver, type RunningReceiver } from './start-receiver.ts';

const TOKEN = 'token-for-tests';
const JSON_TYPE = { 'content-type': 'application/json' };

describe('startReceiver', () => {
  let receiver: RunningReceiver;
  beforeAll(async () => {
    receiver = await startReceiver({
      port: 0,
      dataDir: 'memory://',
      token: TOKEN,
      postsPerMinute: 20,
      trustProxy: true,
    });
  });
  afterAll(() => receiver.close());

  it('listens on the loopback address and returns the URL', () => {
    expect(receiver.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(receiver.endpoint).toBe(`${receiver.url}/feedback`);
    expect([receiver.token, receiver.tokenIsNew]).toEqual([TOKEN, false]);
  });

  it('responds with 413 to 10 MB in one piece', async () => {
    const response = await fetch(receiver.endpoint, {
      method: 'POST',
      headers: JSON_TYPE,
      body: 'x'.repeat(10_000_000),
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: 'body-too-large' });
  });

  it('responds with 413 to 10 MB in chunks without content-length', async () => {
    const chunks = Array.from({ length: 100 }, () => new Uint8Array(100_000).fill(0x78));
    const init = { method: 'POST', headers: JSON_TYPE, body: ReadableStream.from(chunks), duplex: 'half' };
    const response = await fetch(receiver.endpoint, init as RequestInit);
    expect(response.status).toBe(413);
  });

  it('stores and returns files of the maximum size', async () => {
    const bytes = randomBytes(10_000_000);
    const files = Array.from({ length: 5 }, (_, index) => new File([bytes], `${index}.bin`));
    const record = buildRecord();
    const response = await fetch(receiver.endpoint, { method: 'POST', body: buildForm(record, files) });
    expect(response.status).toBe(201);
    const headers = { authorization: `Bearer ${TOKEN}` };
    const last = await fetch(`${receiver.endpoint}/responses/${record.id}/files/4`, { headers });
    expect(Buffer.from(await last.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('responds with 413 to files of 60 MB', async () => {
    const files = Array.from(
      { length: 6 },
      (_, index) => new File([new Uint8Array(10_000_000)], `${index}.bin`),
    );
    const response = await fetch(receiver.endpoint, {
      method: 'POST',
      body: buildForm(buildRecord(), files),
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: 'body-too-large' });
  });

  it('keeps running after an incomplete body', async () => {
    const socket = await open(receiver);
    socket.write(
      `POST /feedback HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"v":1,`,
    );
    socket.destroy();
    expect((await fetch(`${receiver.endpoint}/health`)).status).toBe(200);
  });

  it.each([
    ['text that is not HTTP', 'hello\r\n\r\n'],
    ['an invalid host', 'GET /feedback/health HTTP/1.1\r\nhost: a b\r\n\r\n'],
    ['a missing path', 'GET * HTTP/1.1\r\nhost: x\r\n\r\n'],
    ['an invalid escape', 'GET /feedback/%E0%A4%A HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
    [
      'an invalid escape in the query',
      'GET /feedback/responses?survey=%E0%A4%A HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
    ],
  ])('responds with 4xx to %s and keeps running', async (_, request) => {
    const socket = await open(receiver);
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    socket.end(request);
    await once(socket, 'close');
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect((await fetch(`${receiver.endpoint}/health`)).status).toBe(200);
  });

  it('limits the address that the proxy reports, regardless of earlier addresses in the header', async () => {
    const post = (forwarded: string): Promise<Response> =>
      fetch(receiver.endpoint, {
        method: 'POST',
        headers: { ...JSON_TYPE, 'x-forwarded-for': forwarded },
        body: JSON.stringify(buildRecord()),
      });
    const claims = Array.from({ length: 21 }, (_, index) => `10.0.0.${index}, 198.51.100.7`);
    const statuses = await Promise.all(claims.map(async (claim) => (await post(claim)).status));
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    expect((await post('198.51.100.8')).status).toBe(201);
  });

  it('completes requests in progress before it closes, and can be closed twice', async () => {
    const other = await startReceiver({ port: 0, dataDir: 'memory://', token: TOKEN });
    const { promise: rest, resolve: sendRest } = Promise.withResolvers<string>();
    const body = JSON.stringify(buildRecord());
    const chunks = (async function* () {
      yield Buffer.from(body.slice(0, 10));
      yield Buffer.from(await rest);
    })();
    const init = { method: 'POST', headers: JSON_TYPE, body: ReadableStream.from(chunks), duplex: 'half' };
    const answer = fetch(other.endpoint, init as RequestInit);
    await expect.poll(() => fetch(`${other.endpoint}/health`).then(({ status }) => status)).toBe(200);
    const closed = other.close();
    sendRest(body.slice(10));
    expect((await answer).status).toBe(201);
    await closed;
    await other.close();
    await expect(fetch(`${other.endpoint}/health`)).rejects.toThrow();
  });
});

async function open(receiver: RunningReceiver): Promise<Socket> {
  const { hostname, port } = new URL(receiver.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}
