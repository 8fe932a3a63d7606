/** Serves the stand-ins to pages on one port, and controls them for tests on a second port. */
import type { AddressInfo } from 'node:net';
import { serve, type HttpBindings, type ServerType } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Space, type Fault } from './space.ts';
import { targets, type TargetName } from './targets.ts';

export interface StandInServer {
  /** The URL where tests create and inspect stand-ins with `./remote.ts`. */
  control: string;
  close(): void;
}

/** Starts the server on the loopback address. @param recipes the folder of the recipes */
export async function startStandIns(recipes: string): Promise<StandInServer> {
  const spaces = new Map<string, Space>();
  const find = (name: string): Space => {
    const space = spaces.get(name);
    if (!space) throw new Error(`No stand-in was created as "${name}".`);
    return space;
  };

  const answer = async (request: Request, { incoming }: HttpBindings): Promise<Response> => {
    const [, name = '', path = ''] = /^[^/]*\/\/[^/]+\/([^/]+)(.*)$/.exec(request.url) ?? [];
    const body = new Uint8Array(await request.arrayBuffer());
    const { method, headers } = request;
    const target = new Request(new URL(path, request.url), {
      method,
      headers,
      ...(method === 'POST' && { body }),
    });
    const response = await find(name).respond(target, body);
    if (response) return response;
    incoming.socket.resetAndDestroy();
    return RESPONSE_ALREADY_SENT;
  };

  const open = async (target: TargetName, pageOrigin: string): Promise<string> => {
    const name = crypto.randomUUID();
    // Two host names of this machine are two origins.
    const otherBase = `http://localhost:${readPort(pages)}/${name}`;
    spaces.set(name, new Space(await targets[target]({ pageOrigin, otherBase, recipes })));
    return `http://127.0.0.1:${readPort(pages)}/${name}`;
  };
  const control = async (request: Request): Promise<unknown> => {
    const [, verb = '', argument = ''] = new URL(request.url).pathname.split('/');
    if (verb === 'open') return open(argument as TargetName, await request.text());
    if (verb === 'log') return find(argument).log;
    if (verb === 'stored') return find(argument).stored();
    find(argument).setFaults((await request.json()) as Fault[]);
    return null;
  };

  const pages = await listen(answer as Parameters<typeof serve>[0]['fetch']);
  const tests = await listen(async (request) =>
    Response.json(await control(request), { headers: { 'access-control-allow-origin': '*' } }),
  );
  return {
    control: `http://127.0.0.1:${readPort(tests)}`,
    close() {
      pages.close();
      tests.close();
    },
  };
}

function listen(fetch: Parameters<typeof serve>[0]['fetch']): Promise<ServerType> {
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(server));
  });
}

function readPort(server: ServerType): number {
  return (server.address() as AddressInfo).port;
}
