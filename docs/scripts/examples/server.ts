/** Serves the examples and a real receiver on one origin, with the policy of the guide. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createReceiver } from '@heed/receiver';
import { createPgliteStore } from '@heed/receiver/pglite';
import { root } from '../pages.ts';

/** The policy of the guide. The style sheets of the page need `style-src`. The elements do not. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** The files for pages without a bundler. "pnpm run build" creates them. */
const BUILT = join(root, 'packages/heed/dist/cdn');

/** The path that examples post files to. */
const UPLOADS = '/uploads';

export interface ExampleServer {
  origin: string;
  /** Adds a file, or replaces it. */
  put(path: string, type: string, text: string): void;
  close(): Promise<void>;
}

export async function startExampleServer(): Promise<ExampleServer> {
  const files = new Map(readdirSync(BUILT).map((name) => [`/${name}`, readScript(name)]));
  const store = await createPgliteStore({ dataDir: 'memory://' });
  const options = { store, token: 'token-of-the-examples', postsPerMinute: Infinity };
  const receiver = createReceiver(options);
  const uploads = createReceiver({ ...options, basePath: UPLOADS });
  const answer = (request: Request): Response | Promise<Response> => {
    const { pathname } = new URL(request.url);
    const { fetch } = pathname === UPLOADS ? uploads : receiver;
    return files.get(pathname)?.clone() ?? fetch(request);
  };
  const server = serve({ fetch: answer, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    put: (path, type, text) => void files.set(path, new Response(text, typed(type))),
    close: async () => {
      server.close();
      await store.close();
    },
  };
}

function readScript(name: string): Response {
  return new Response(readFileSync(join(BUILT, name)), typed('text/javascript'));
}

function typed(type: string): ResponseInit {
  return { headers: { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': POLICY } };
}
