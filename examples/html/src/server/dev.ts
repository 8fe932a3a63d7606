/**
 * `npm run dev`: serves the page from its sources and the sources of the packages, with hot reload. It does not set the
 * strict policy, because hot reload adds inline styles.
 */
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createServer as createViteServer } from 'vite';
import { createApp, FEEDBACK_PATH } from './app.ts';
import { run } from './run.ts';
import { ROOT } from './settings.ts';

await run(async (receiver) => {
  const answer = getRequestListener(createApp(receiver).fetch);
  const server = createServer((request, response) => {
    const isFeedback = request.url?.startsWith(FEEDBACK_PATH);
    if (isFeedback) void answer(request, response);
    else vite.middlewares(request, response);
  });
  const vite = await createViteServer({ root: ROOT, server: { middlewareMode: true, hmr: { server } } });
  return { server, close: () => vite.close() };
});
