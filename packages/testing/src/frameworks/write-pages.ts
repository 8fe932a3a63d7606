import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';

/** Renders the pages of an example on the server, and writes them to `dist/test/pages.json` for hydration tests. */
export async function writePages(folder: string, module: string): Promise<void> {
  const vite = await createServer({
    root: folder,
    server: { middlewareMode: true, ws: false },
    appType: 'custom',
    logLevel: 'error',
    ssr: { resolve: { conditions: ['@heed/source', 'node', 'development'] } },
  });
  const { renderPages } = (await vite.ssrLoadModule(module)) as {
    renderPages(): Promise<Record<string, string>>;
  };
  writeFileSync(join(folder, 'dist/test/pages.json'), JSON.stringify(await renderPages()));
  await vite.close();
}
