/** An endpoint that misbehaves as it is told, and remembers what it got. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Behaviour, LogEntry, Rule } from './behaviour.ts';
import { Space } from './space.ts';

export interface FaultServer {
  /** Such as `http://127.0.0.1:41234`. An endpoint is `<origin>/<space>/…`, with any space of the test's choice. */
  origin: string;
  /** Made when it is first asked for. */
  space(name: string): Space;
  /** Ends all connections. */
  close(): Promise<void>;
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type, idempotency-key, authorization, x-control',
  'access-control-allow-methods': 'POST, PUT, GET',
  'access-control-expose-headers': 'retry-after, date',
};

/** Listens on loopback. @param port 0 for any free one */
export async function startFaultServer(port = 0): Promise<FaultServer> {
  const spaces = new Map<string, Space>();
  const connections = new WeakMap<object, number>();
  let count = 0;
  const space = (name: string): Space => {
    const found = spaces.get(name) ?? new Space();
    spaces.set(name, found);
    return found;
  };

  const server = createServer((request, response) => {
    const [, first = '', second = ''] = (request.url ?? '').split('/');
    const answered =
      first === 'control'
        ? control(space(second), request, response)
        : receive(space(first), connections.get(request.socket) ?? 0, request, response);
    // A client that has gone is what the tests are about.
    answered.catch(() => response.destroy());
  });
  server.on('connection', (socket) => connections.set(socket, ++count));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    space,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** PUT sets the rules of a space, GET reads its log. */
async function control(space: Space, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'PUT') space.setRules(JSON.parse((await readBody(request)).toString()) as Rule[]);
  response.writeHead(200, { ...CORS, 'content-type': 'application/json' });
  response.end(request.method === 'GET' ? JSON.stringify(space.log) : '{}');
}

async function receive(
  space: Space,
  connection: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const key = request.headers['idempotency-key']?.toString().replaceAll('"', '') ?? null;
  const isPreflight = request.method === 'OPTIONS';
  const behaviour = space.findBehaviour(key, isPreflight);
  if (isPreflight) {
    response.writeHead(behaviour.preflight ? 403 : 204, behaviour.preflight ? {} : CORS).end();
    return;
  }
  const { reset, hang } = behaviour;
  const body =
    reset === 'before' ? Buffer.alloc(0) : await readBody(request, reset === 'during' ? 1 : Infinity);
  const isSilent = hang || (reset && reset !== 'reply');
  space.log.push({
    key,
    ...describe(request, body),
    status: isSilent ? null : (behaviour.status ?? 201),
    at: Date.now(),
    connection,
  });
  if (hang) return;
  if (reset && reset !== 'reply') request.socket.resetAndDestroy();
  else await reply(response, behaviour);
}

function describe(
  request: IncomingMessage,
  body: Buffer,
): Pick<LogEntry, 'sha256' | 'bytes' | 'isWhole' | 'headers' | 'path'> {
  return {
    sha256: createHash('sha256').update(body).digest('hex'),
    bytes: body.length,
    isWhole: body.length === Number(request.headers['content-length'] ?? body.length),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
    path: request.url ?? '',
  };
}

async function reply(response: ServerResponse, behaviour: Behaviour): Promise<void> {
  const { status = 201, headers, body = '', delayMs = 0, byteMs, reset, cors = true } = behaviour;
  const text = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const type = typeof body === 'string' ? 'text/plain' : 'application/json';
  await pause(delayMs);
  response.writeHead(status, {
    'content-type': type,
    'content-length': text.length,
    ...(cors && CORS),
    ...headers,
  });
  if (reset === 'reply') {
    response.write(text.subarray(0, text.length >> 1));
    await pause(50);
    response.socket?.resetAndDestroy();
    return;
  }
  if (byteMs) await writeSlowly(response, text, byteMs);
  response.end(byteMs ? undefined : text);
}

async function writeSlowly(response: ServerResponse, text: Buffer, byteMs: number): Promise<void> {
  for (let index = 0; index < text.length; index++) {
    response.write(text.subarray(index, index + 1));
    await pause(byteMs);
  }
}

/** @param enough stops early, after the chunk in which so many bytes have arrived */
async function readBody(request: IncomingMessage, enough = Infinity): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk as Buffer);
    if (Buffer.concat(chunks).length >= enough) break;
  }
  return Buffer.concat(chunks);
}
