/**
 * Receives the requests of one origin, and simulates faults.
 *
 * The fault server of `@heed/testing` identifies records by their idempotency key. Most other clients send no key, so this
 * receiver keeps the bodies.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ITEM } from '../adapters/adapter.ts';

/**
 * - `error`: replies with 500.
 * - `portal`: replies like a captive portal, with 200 and `text/html`. The receiver gets nothing.
 * - `reset`: the receiver gets the request, and the connection is reset before the reply.
 * - `refuse`: the connection is reset before reading.
 * - `stall`: neither reads nor replies.
 */
export type Fault = 'none' | 'error' | 'portal' | 'reset' | 'refuse' | 'stall';

/** A request that reached the receiver. */
export interface Arrival {
  /** The header `idempotency-key` without quotes. */
  key: string | undefined;
  body: string;
  /** Milliseconds since 1970, with decimals. */
  at: number;
}

/** The requests of a receiver. */
export interface Log {
  /** The number of requests, including failed ones. */
  readonly requests: number;
  readonly arrivals: readonly Arrival[];
  /** The number of arrivals of each item. */
  readonly copies: ReadonlyMap<string, number>;
}

export class Receiver implements Log {
  fault: Fault = 'none';
  requests = 0;
  readonly arrivals: Arrival[] = [];
  readonly #items = new Map<string, number>();

  get copies(): ReadonlyMap<string, number> {
    return this.#items;
  }

  async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { fault } = this;
    this.requests++;
    if (fault === 'stall') return;
    if (fault === 'refuse') {
      request.socket.resetAndDestroy();
      return;
    }
    const body = await readText(request);
    if (fault === 'none' || fault === 'reset') this.#keep(request, body);
    if (fault === 'reset') request.socket.resetAndDestroy();
    else reply(response, fault);
  }

  #keep({ headers }: IncomingMessage, body: string): void {
    const key = headers['idempotency-key']?.toString().replaceAll('"', '');
    this.arrivals.push({ key, body, at: performance.timeOrigin + performance.now() });
    for (const [item] of body.matchAll(ITEM)) this.#items.set(item, (this.#items.get(item) ?? 0) + 1);
  }
}

function reply(response: ServerResponse, fault: Fault): void {
  const isPortal = fault === 'portal';
  response.writeHead(fault === 'error' ? 500 : 200, {
    'content-type': isPortal ? 'text/html' : 'application/json',
  });
  response.end(isPortal ? '<!doctype html><title>Welcome to the hotel</title>' : '{}');
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
