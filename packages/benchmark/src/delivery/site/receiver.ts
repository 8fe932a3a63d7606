/**
 * What arrives for one origin, and how it is treated.
 *
 * The fault server of `@heed/testing` knows an item by its idempotency key. Most peers send none, so this one keeps
 * the bodies.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ITEM } from '../adapters/adapter.ts';

/**
 * - `error`: 500.
 * - `portal`: the 200 of a captive portal, `text/html`; the receiver sees nothing.
 * - `reset`: the receiver has it, and the connection is reset before the reply.
 * - `refuse`: the connection is reset before anything is read.
 * - `stall`: nothing is read and nothing replied.
 */
export type Fault = 'none' | 'error' | 'portal' | 'reset' | 'refuse' | 'stall';

/** What a receiver that stores all it gets would hold. */
export interface Arrival {
  /** The idempotency key of the header, without its quotes. */
  key: string | undefined;
  body: string;
  /** Milliseconds since 1970, and parts of them. */
  at: number;
}

/** What a receiver has seen. */
export interface Log {
  /** Requests, whatever became of them. */
  readonly requests: number;
  readonly arrivals: readonly Arrival[];
  /** How often each item arrived. */
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
