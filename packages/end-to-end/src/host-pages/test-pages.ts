/**
 * Turns every page of `pages` into a test of one engine. The engines have a file each, which run at once: a page mostly
 * waits. `vitest run src/host-pages/firefox -t "part of a title"` runs some of them.
 */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openWindow, type Window } from '../window/window.ts';
import type { Engine, HostPage } from './host-page.ts';
import { visit } from './host.ts';

const kinds = await Promise.all(
  readdirSync(new URL('pages/', import.meta.url)).map(async (file) => {
    const name = file.replace('.ts', '');
    const { pages } = (await import(`./pages/${name}.ts`)) as { pages: readonly HostPage[] };
    return { kind: name.replaceAll('-', ' '), pages };
  }),
);

export function testPages(engine: Engine): void {
  let window: Window;

  beforeAll(async () => {
    window = await openWindow(engine);
  });

  afterAll(() => window.close());

  for (const { kind, pages } of kinds)
    describe(kind, () => {
      for (const page of pages)
        it.skipIf(page.engines && !page.engines.includes(engine))(page.title, () => visit(window, page));
    });
}
