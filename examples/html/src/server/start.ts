/** `npm start`: serves the built page with a strict policy, and the receiver on the same origin. */
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { createApp } from './app.ts';
import { strictPolicy } from './policy.ts';
import { run } from './run.ts';
import { ROOT } from './settings.ts';

const PAGE = `${ROOT}dist`;

await run(async (receiver) => {
  if (!existsSync(PAGE)) throw new Error(`${PAGE} is missing. Run the script "build" first`);
  const app = createApp(receiver);
  app.use(strictPolicy, serveStatic({ root: PAGE }));
  return { server: createAdaptorServer(app) as Server };
});
