/** An endpoint that misbehaves as it is told, and remembers what it got. */
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createRawServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Listening, Rule } from './behaviour.ts';
import { readBody, receive } from './receive.ts';
import { CORS } from './reply.ts';
import { Space } from './space.ts';

export interface FaultServer {
  /** Such as `http://127.0.0.1:41234`. An endpoint is `<origin>/<space>/…`, with any space of the test's choice. */
  origin: string;
  /** Made when it is first asked for. */
  space(name: string): Space;
  /** Treats a request that came to another server of the test, so that an endpoint may have the origin of the page. */
  answer(request: IncomingMessage, response: ServerResponse): void;
  /** From now on new connections are treated like this; open ones are cut. */
  listen(how: Listening): Promise<void>;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** Listens on loopback. @param port 0 for any free one */
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
    // A client that has gone is what the tests are about.
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

/** PUT sets the rules of a space, GET reads its log, or with `/probes` what asked by HEAD. */
async function control(space: Space, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'PUT') space.setRules(JSON.parse((await readBody(request)).toString()) as Rule[]);
  response.writeHead(200, { ...CORS, 'content-type': 'application/json' });
  const read = request.url?.endsWith('/probes') ? space.probes : space.log;
  response.end(request.method === 'GET' ? JSON.stringify(read) : '{}');
}
