/** Handles a request according to the rules of its space. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Behaviour } from './behaviour.ts';
import { CORS, reply } from './reply.ts';
import type { RequestHead, Space } from './space.ts';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** Logs a request and replies to it. @param connection see {@link LogEntry} */
export async function receive(
  space: Space,
  connection: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const head = readHead(request);
  if (request.method === 'OPTIONS') {
    const behaviour = space.findPreflightBehaviour(head.path);
    if (behaviour.preflight === 'hang') space.hanging.add(request.socket);
    answerPreflight(behaviour, response);
    return;
  }
  if (request.method === 'HEAD') {
    space.probes.push({ path: request.url ?? '', headers: head.headers });
    await respond(request, response, space.findBehaviour(head.path));
    return;
  }
  const behaviour = space.takeBehaviour(head);
  if (behaviour.hang) space.hanging.add(request.socket);
  const { reset, raw, hang } = behaviour;
  const maxBytes = reset === 'during' ? 1 : Infinity;
  const body = reset === 'before' ? Buffer.alloc(0) : await readBody(request, maxBytes);
  const isHttpReply = !hang && raw === undefined && (!reset || reset === 'reply');
  const { status = 201 } = behaviour;
  const isWhole = body.length === Number(request.headers['content-length'] ?? body.length);
  space.log.push({
    key: head.key,
    id: UUID.exec(body.toString('latin1'))?.[0] ?? null,
    sha256: createHash('sha256').update(body).digest('hex'),
    bytes: body.length,
    isWhole,
    isHeld: isWhole && (behaviour.holds ?? (isHttpReply && status >= 200 && status < 300)),
    status: isHttpReply ? status : null,
    headers: head.headers,
    method: request.method ?? '',
    path: request.url ?? '',
    at: Date.now(),
    connection,
  });
  await respond(request, response, behaviour);
}

async function respond(
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

function readHead(request: IncomingMessage): RequestHead {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const [path = ''] = (request.url ?? '').split('?');
  return { key: headers['idempotency-key']?.replaceAll('"', '') ?? null, path, headers };
}

/** Returns the body. @param maxBytes stops after the chunk that reaches this size */
export async function readBody(request: IncomingMessage, maxBytes = Infinity): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes >= maxBytes) break;
  }
  return Buffer.concat(chunks);
}
