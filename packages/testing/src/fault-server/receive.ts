/** What the server does with one request, as the rules of its space want it. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Behaviour } from './behaviour.ts';
import { CORS, reply } from './reply.ts';
import type { Asked, Space } from './space.ts';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** @param connection see {@link LogEntry} */
export async function receive(
  space: Space,
  connection: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = readHead(request);
  if (request.method === 'OPTIONS') {
    answerPreflight(space.findPreflightBehaviour(asked.path), response);
    return;
  }
  if (request.method === 'HEAD') {
    space.probes.push({ path: request.url ?? '', headers: asked.headers });
    await treat(request, response, space.findBehaviour(asked.path));
    return;
  }
  const behaviour = space.takeBehaviour(asked);
  const { reset, raw, hang } = behaviour;
  const enough = reset === 'during' ? 1 : Infinity;
  const body = reset === 'before' ? Buffer.alloc(0) : await readBody(request, enough);
  const isUsual = !hang && raw === undefined && (!reset || reset === 'reply');
  const { status = 201 } = behaviour;
  const isWhole = body.length === Number(request.headers['content-length'] ?? body.length);
  space.log.push({
    key: asked.key,
    id: UUID.exec(body.toString('latin1'))?.[0] ?? null,
    sha256: createHash('sha256').update(body).digest('hex'),
    bytes: body.length,
    isWhole,
    isHeld: isWhole && (behaviour.holds ?? (isUsual && status >= 200 && status < 300)),
    status: isUsual ? status : null,
    headers: asked.headers,
    method: request.method ?? '',
    path: request.url ?? '',
    at: Date.now(),
    connection,
  });
  await treat(request, response, behaviour);
}

async function treat(
  { socket }: IncomingMessage,
  response: ServerResponse,
  behaviour: Behaviour,
): Promise<void> {
  const { reset, raw, hang } = behaviour;
  if (raw !== undefined) socket.write(raw);
  if (hang) return;
  if (raw !== undefined) socket.end();
  else if (reset && reset !== 'reply') socket.resetAndDestroy();
  else await reply(response, behaviour);
}

function answerPreflight({ preflight, allowHeaders }: Behaviour, response: ServerResponse): void {
  if (preflight === 'hang') return;
  if (preflight === 'reset') response.socket?.resetAndDestroy();
  else if (preflight) response.writeHead(403).end();
  else
    response
      .writeHead(204, { ...CORS, ...(allowHeaders && { 'access-control-allow-headers': allowHeaders }) })
      .end();
}

function readHead(request: IncomingMessage): Asked {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const [path = ''] = (request.url ?? '').split('?');
  return { key: headers['idempotency-key']?.replaceAll('"', '') ?? null, path, headers };
}

/** @param enough stops early, after the chunk in which so many bytes have arrived */
export async function readBody(request: IncomingMessage, enough = Infinity): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes >= enough) break;
  }
  return Buffer.concat(chunks);
}
