/** Serves the stand-ins: to pages as their targets would, and to tests by a second port. */
import type { AddressInfo } from 'node:net';
import { serve, type HttpBindings, type ServerType } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Space, type Trouble } from './space.ts';
import { targets, type TargetName } from './targets.ts';

export interface StandInServer {
  /** Where tests open targets and ask what they hold; `./remote.ts` speaks to it. */
  control: string;
  close(): void;
}

/** Listens on loopback. @param recipes the folder of the recipes, some of which run in a stand-in */
export async function startStandIns(recipes: string): Promise<StandInServer> {
  const spaces = new Map<string, Space>();
  const find = (name: string): Space => {
    const space = spaces.get(name);
    if (!space) throw new Error(`Nothing was opened as "${name}".`);
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
    const response = await find(name).answer(target, body);
    if (response) return response;
    incoming.socket.resetAndDestroy();
    return RESPONSE_ALREADY_SENT;
  };

  const open = async (target: TargetName, pageOrigin: string): Promise<string> => {
    const name = crypto.randomUUID();
    // Two names of this machine are two origins.
    const otherBase = `http://localhost:${portOf(pages)}/${name}`;
    spaces.set(name, new Space(await targets[target]({ pageOrigin, otherBase, recipes })));
    return `http://127.0.0.1:${portOf(pages)}/${name}`;
  };
  const rule = async (request: Request): Promise<unknown> => {
    const [, verb = '', argument = ''] = new URL(request.url).pathname.split('/');
    if (verb === 'open') return open(argument as TargetName, await request.text());
    if (verb === 'seen') return find(argument).seen;
    if (verb === 'held') return find(argument).held();
    find(argument).expect((await request.json()) as Trouble[]);
    return null;
  };

  const pages = await listen(answer as Parameters<typeof serve>[0]['fetch']);
  const tests = await listen(async (request) =>
    Response.json(await rule(request), { headers: { 'access-control-allow-origin': '*' } }),
  );
  return {
    control: `http://127.0.0.1:${portOf(tests)}`,
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

function portOf(server: ServerType): number {
  return (server.address() as AddressInfo).port;
}
