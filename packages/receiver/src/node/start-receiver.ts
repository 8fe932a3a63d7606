import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { HeedError } from '@heed/core';
import type { RequestInfo } from '../http/request-info.ts';
import { openReceiver, type OpenReceiverOptions } from './open-receiver.ts';

export interface StartReceiverOptions extends OpenReceiverOptions {
  /** Port to listen on; 0 for any free port. Defaults to 4180. */
  port?: number | undefined;
  /** Address to listen on. Defaults to `127.0.0.1`, which only this machine can reach. */
  host?: string | undefined;
  /**
   * Uses the last address in `X-Forwarded-For` for the rate limit. Set it only behind exactly one reverse proxy. Without
   * it, all clients behind the proxy share one limit. Defaults to `false`.
   */
  trustProxy?: boolean | undefined;
}

export interface RunningReceiver {
  /** Origin of the server, such as `http://127.0.0.1:4180`. */
  url: string;
  /** URL to post records to, such as `http://127.0.0.1:4180/feedback`. */
  endpoint: string;
  token: string;
  /** `true` if the token was just created. Show it to the operator, because it is not shown again. */
  tokenIsNew: boolean;
  /** Completes the requests in progress, for up to 5 seconds, then closes the store. May be called more than once. */
  close(): Promise<void>;
}

const CLOSE_TIMEOUT_MS = 5_000;
const CLOSE_IDLE_INTERVAL_MS = 50;

/**
 * Opens the store and starts the server.
 *
 * @throws HeedError `HEED_LISTEN` if the server cannot listen on the port and host, `HEED_LOCKED`, `HEED_DATABASE`, `HEED_OPTION`
 */
export async function startReceiver(options: StartReceiverOptions = {}): Promise<RunningReceiver> {
  const { port = 4180, host = '127.0.0.1', basePath = '/feedback', trustProxy = false } = options;
  const receiver = await openReceiver(options);
  const server = createServer((request, incoming) =>
    receiver.fetch(request, getRequestInfo(incoming, trustProxy)),
  );
  try {
    await listen(server, port, host);
  } catch (error) {
    await receiver.close();
    throw error;
  }
  const { token, tokenIsNew } = receiver;
  const url = getOrigin(server, host);
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= closeServer(server).then(() => receiver.close()));
  return { url, endpoint: new URL(basePath, url).href, token, tokenIsNew, close };
}

function createServer(respond: (request: Request, incoming: IncomingMessage) => Promise<Response>): Server {
  // The type also includes HTTP/2 servers, which the adaptor only creates on request.
  return createAdaptorServer({
    fetch: (request, bindings) => respond(request, (bindings as HttpBindings).incoming),
    overrideGlobalObjects: false,
  }) as Server;
}

function getRequestInfo({ headers, socket }: IncomingMessage, trustProxy: boolean): RequestInfo {
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

function getOrigin(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`).origin;
}

async function closeServer(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  // close() only closes connections that are idle now; busy ones would stay open after their response.
  const interval = setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_INTERVAL_MS);
  const timeout = setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS);
  await promise;
  clearInterval(interval);
  clearTimeout(timeout);
}
