/** Builds what the pages load, as a team's bundler would, and weighs each client by itself. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { BUNDLE, SOURCES, weigh } from '../../shared/bundle.ts';
import type { ClientUnderTest } from '../clients.ts';

const adapters = fileURLToPath(new URL('../adapters/', import.meta.url));

/** The scripts of a client by path: that of its page and, where it has one, that of its service worker. */
export async function buildScripts({ id, syncTag }: ClientUnderTest): Promise<[string, string][]> {
  const page = `import { adapter } from './${id}.ts'; globalThis.adapter = adapter;`;
  const scripts: [string, string][] = [[`/${id}.js`, await bundle(page)]];
  if (syncTag) scripts.push([`/${id}.worker.js`, await bundle(`import './${id}.worker.ts';`)]);
  return scripts;
}

/** Bytes of the client alone, minified and after gzip at its best, with all dependencies. */
export async function measureBytes({ imports }: ClientUnderTest): Promise<number> {
  const lines = Object.entries(imports).map(
    ([name, members]) => `export { ${members.join()} } from '${name}';`,
  );
  return weigh(await bundle(lines.join('\n')));
}

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    ...BUNDLE,
    conditions: SOURCES,
    stdin: { contents, resolveDir: adapters, loader: 'ts' },
  });
  return outputFiles[0]?.text ?? '';
}
