import { getRequestListener } from '@hono/node-server';
import { createReceiver } from '@heed/receiver';
import { createPgliteStore } from '@heed/receiver/pglite';
import type { Connect, Plugin } from 'vite';

const PATH = '/api/feedback';

/**
 * Adds a Heed receiver to Vite's server at `/api/feedback`. It stores records in memory until the server stops, and
 * prints the survey of each.
 */
export function receiverPlugin(): Plugin {
  return {
    name: 'heed-receiver',
    configureServer: async ({ middlewares }) => void middlewares.use(await createMiddleware()),
    configurePreviewServer: async ({ middlewares }) => void middlewares.use(await createMiddleware()),
  };
}

async function createMiddleware(): Promise<Connect.NextHandleFunction> {
  const store = await createPgliteStore({ dataDir: 'memory://' });
  const { fetch } = createReceiver({
    store,
    token: 'only-for-this-example',
    basePath: PATH,
    onStored: ({ record }) => console.log(`Stored a response to "${record.survey}".`),
  });
  const listener = getRequestListener((request) => fetch(request));
  return (request, response, next) =>
    request.url?.startsWith(PATH) ? void listener(request, response) : next();
}
