/** Every page of `pages` in every engine. `vitest run src/host-pages -t "part of a title"` runs some of them. */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { ENGINES, openWindow, type Window } from '../window/window.ts';
import type { HostPage } from './host-page.ts';
import { visit } from './host.ts';

const kinds = await Promise.all(
  readdirSync(new URL('pages/', import.meta.url)).map(async (file) => {
    const name = file.replace('.ts', '');
    const { pages } = (await import(`./pages/${name}.ts`)) as { pages: readonly HostPage[] };
    return { kind: name.replaceAll('-', ' '), pages };
  }),
);

describe.each(ENGINES)('a hostile page in %s', (engine) => {
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
});
