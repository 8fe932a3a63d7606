import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../workspace.ts';
import { bundle, listLoaded } from './bundle.ts';

/** Writes a page whose two lazy modules share a third module. */
function writeModules(): string {
  const folder = mkdtempSync(join(tmpdir(), 'heed-bundle-'));
  const modules = {
    'entry.js': `export const load = [() => import('./a.js'), () => import('./b.js')];`,
    'a.js': `import { shared } from './shared.js'; export const a = shared + 'text of a';`,
    'b.js': `import { shared } from './shared.js'; export const b = shared + 'text of b';`,
    'shared.js': `export const shared = globalThis.name + 'text of shared';`,
  };
  for (const [name, text] of Object.entries(modules)) writeFileSync(join(folder, name), text);
  return folder;
}

async function readLoaded(...lazy: string[]): Promise<string> {
  const folder = writeModules();
  const page = await bundle(join(folder, 'entry.js'));
  const modules = lazy.map((name) => relative(root, join(folder, name)));
  return [...listLoaded(page, modules)].map((name) => Buffer.from(page.contents(name)).toString()).join();
}

test('loads no lazy module by default', async () => {
  expect(await readLoaded()).not.toContain('text of');
});

test('loads a lazy module with its imports, without other lazy modules', async () => {
  const loaded = await readLoaded('a.js');
  expect(loaded).toContain('text of a');
  expect(loaded).toContain('text of shared');
  expect(loaded).not.toContain('text of b');
});

test('names a module that the page does not import in the error', async () => {
  await expect(readLoaded('missing.js')).rejects.toThrow('missing.js');
});
