import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Behaviour } from './behaviour.ts';

export const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type, idempotency-key, authorization, x-control',
  'access-control-allow-methods': 'POST, PUT, GET, DELETE',
  'access-control-expose-headers': 'retry-after, date',
};

/** Sends an HTTP reply, or the part of it before a reset. */
export async function reply(response: ServerResponse, behaviour: Behaviour): Promise<void> {
  const { status = 201, headers, body = '', delayMs = 0, byteMs, reset, cors = true } = behaviour;
  const { retryAfterDateMs } = behaviour;
  const text = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const type = typeof body === 'string' ? 'text/plain' : 'application/json';
  await pause(delayMs);
  response.writeHead(status, {
    'content-type': type,
    'content-length': text.length,
    ...(cors && CORS),
    ...(retryAfterDateMs && { 'retry-after': new Date(Date.now() + retryAfterDateMs).toUTCString() }),
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
  response.flushHeaders();
  for (let index = 0; index < text.length && !response.destroyed; index++) {
    await pause(byteMs);
    response.write(text.subarray(index, index + 1));
  }
}
