import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { HeedError } from '@heed/core';
import type { RequestInfo } from '../options.ts';
import { openReceiver, type OpenReceiverOptions } from './open-receiver.ts';

export interface StartReceiverOptions extends OpenReceiverOptions {
  /** 4180 by default; 0 for any free one. */
  port?: number | undefined;
  /** `127.0.0.1` by default, which nobody else can reach. */
  host?: string | undefined;
  /**
   * Set it when one reverse proxy stands in front, and only then: the address for the limit is the last one
   * in `X-Forwarded-For`. Without it all visitors behind the proxy share one limit. False by default.
   */
  trustProxy?: boolean | undefined;
}

export interface RunningReceiver {
  /** Origin of the server, such as `http://127.0.0.1:4180`. */
  url: string;
  /** Where records are posted, such as `http://127.0.0.1:4180/feedback`. */
  endpoint: string;
  token: string;
  /** True when the token was made at this start, so that it can be shown once. */
  tokenIsNew: boolean;
  /** Answers what is under way, at most 5 seconds long, then closes the store. May be called again. */
  close(): Promise<void>;
}

const CLOSE_TIMEOUT_MS = 5_000;
const SWEEP_MS = 50;

/**
 * Opens the store and listens.
 *
 * @throws HeedError `HEED_LISTEN` when the port or the host cannot be had, `HEED_LOCKED`, `HEED_DATABASE`, `HEED_OPTION`
 */
export async function startReceiver(options: StartReceiverOptions = {}): Promise<RunningReceiver> {
  const { port = 4180, host = '127.0.0.1', basePath = '/feedback', trustProxy = false } = options;
  const receiver = await openReceiver(options);
  const server = createServer((request, incoming) => receiver.fetch(request, infoOf(incoming, trustProxy)));
  try {
    await listen(server, port, host);
  } catch (error) {
    await receiver.close();
    throw error;
  }
  const { token, tokenIsNew } = receiver;
  const url = urlOf(server, host);
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= stop(server).then(() => receiver.close()));
  return { url, endpoint: new URL(basePath, url).href, token, tokenIsNew, close };
}

function createServer(answer: (request: Request, incoming: IncomingMessage) => Promise<Response>): Server {
  // Two of the kinds of server that the adaptor can make, those of HTTP/2, are only made on request.
  return createAdaptorServer({
    fetch: (request, bindings) => answer(request, (bindings as HttpBindings).incoming),
    overrideGlobalObjects: false,
  }) as Server;
}

function infoOf({ headers, socket }: IncomingMessage, trustProxy: boolean): RequestInfo {
  const forwarded = trustProxy ? headers['x-forwarded-for']?.toString().split(',').at(-1)?.trim() : undefined;
  return { address: forwarded || socket.remoteAddress };
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, host, resolve);
  await promise.catch((cause: NodeJS.ErrnoException) => {
    throw new HeedError(
      'HEED_LISTEN',
      'startReceiver',
      `cannot listen on ${host}, port ${port}: ${cause.code ?? cause.message}. Choose another port or host`,
    );
  });
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`).origin;
}

async function stop(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  // A connection that was busy until now would stay open for the next request that never comes.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const timer = setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS);
  await promise;
  clearInterval(sweep);
  clearTimeout(timer);
}
