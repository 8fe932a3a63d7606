/**
 * Creates a test for every page in `pages`. Each engine has its own test file, because pages mostly wait and the files
 * can run in parallel. To run some pages: `vitest run src/host-pages/firefox -t "part of a title"`.
 */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openBrowserWindow, type BrowserWindow } from '../shared/browsers/browser-window.ts';
import type { Engine } from '../shared/browsers/engines.ts';
import type { HostPage } from './host-page.ts';
import { runHostPage } from './run-host-page.ts';

const kinds = await Promise.all(
  readdirSync(new URL('pages/', import.meta.url)).map(async (file) => {
    const name = file.replace('.ts', '');
    const { pages } = (await import(`./pages/${name}.ts`)) as { pages: readonly HostPage[] };
    return { kind: name.replaceAll('-', ' '), pages };
  }),
);

export function testPages(engine: Engine): void {
  let window: BrowserWindow;

  beforeAll(async () => {
    window = await openBrowserWindow(engine);
  });

  afterAll(() => window.close());

  for (const { kind, pages } of kinds)
    describe(kind, () => {
      for (const page of pages)
        it.skipIf(page.engines && !page.engines.includes(engine))(page.title, () =>
          runHostPage(window, page),
        );
    });
}
