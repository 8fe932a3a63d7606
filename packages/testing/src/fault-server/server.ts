/** A server with endpoints that fail on request and log all requests. */
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createRawServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Listening, Rule } from './behaviour.ts';
import { readBody, receive } from './receive.ts';
import { CORS } from './reply.ts';
import { Space } from './space.ts';

export interface FaultServer {
  /** For example `http://127.0.0.1:41234`. An endpoint is `<origin>/<space>/…`. A test may use any name for its space. */
  origin: string;
  /** Returns a space. Creates it on first use. */
  space(name: string): Space;
  /** Handles a request to another server of the test, so that an endpoint can have the origin of the page. */
  answer(request: IncomingMessage, response: ServerResponse): void;
  /** Changes how new connections are treated, and closes open connections. */
  listen(how: Listening): Promise<void>;
  /** Stops the server and closes all connections. */
  close(): Promise<void>;
}

/** Starts a server on the loopback address. @param port Defaults to any free port. */
export async function startFaultServer(port = 0): Promise<FaultServer> {
  const spaces = new Map<string, Space>();
  const space = (name: string): Space => {
    const found = spaces.get(name) ?? new Space();
    spaces.set(name, found);
    return found;
  };
  const sockets = new Map<Socket, number>();
  let count = 0;
  let how: Listening = 'answer';

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const [, first = '', second = ''] = (request.url ?? '').split('/');
    const answered =
      first === 'control'
        ? control(space(second), request, response)
        : receive(space(first), sockets.get(request.socket) ?? 0, request, response);
    // The tests disconnect clients on purpose.
    answered.catch(() => response.destroy());
  };
  const http = createHttpServer(answer);
  const connections = createRawServer((socket) => {
    sockets.set(socket, ++count);
    socket.on('error', () => {}).once('close', () => sockets.delete(socket));
    if (how === 'answer') http.emit('connection', socket);
    if (how === 'reset') socket.resetAndDestroy();
  });
  const stop = async (): Promise<void> => {
    for (const socket of sockets.keys()) socket.destroy();
    if (connections.listening) await new Promise((resolve) => connections.close(resolve));
  };
  const address = await listenOn(connections, port);
  return {
    origin: `http://127.0.0.1:${address.port}`,
    space,
    answer,
    async listen(next) {
      await stop();
      how = next;
      if (how !== 'refuse') await listenOn(connections, address.port);
    },
    close: stop,
  };
}

async function listenOn(server: Server, port: number): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  return server.address() as AddressInfo;
}

/**
 * Controls a space: PUT sets its rules, GET reads its log, GET of `/probes` reads its HEAD requests, and DELETE closes the
 * connections of requests without a reply.
 */
async function control(space: Space, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'PUT') space.setRules(JSON.parse((await readBody(request)).toString()) as Rule[]);
  if (request.method === 'DELETE') space.release();
  response.writeHead(200, { ...CORS, 'content-type': 'application/json' });
  const read = request.url?.endsWith('/probes') ? space.probes : space.log;
  response.end(request.method === 'GET' ? JSON.stringify(read) : '{}');
}
