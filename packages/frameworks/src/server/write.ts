/** Renders the forms of Vue and Svelte as a server does, for tests that take them over in a browser. */
import { writeFileSync } from 'node:fs';
import { createServer } from 'vite';

export async function writePages(file: string): Promise<void> {
  const vite = await createServer({
    server: { middlewareMode: true, ws: false },
    appType: 'custom',
    logLevel: 'error',
  });
  const { renderPages } = await vite.ssrLoadModule('/src/server/pages.ts');
  writeFileSync(file, JSON.stringify(await renderPages()));
  await vite.close();
}
