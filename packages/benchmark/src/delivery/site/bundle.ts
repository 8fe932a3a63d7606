/** Bundles the scripts of the pages like an application, and measures the size of each client alone. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { BUNDLE, SOURCES, measureGzip } from '../../shared/bundle.ts';
import type { ClientUnderTest } from '../clients.ts';

const adapters = fileURLToPath(new URL('../adapters/', import.meta.url));

/** Returns the scripts of a client by path: the script of its page and, if any, its service worker. */
export async function buildScripts({ id, syncTag }: ClientUnderTest): Promise<[string, string][]> {
  const page = `import { adapter } from './${id}.ts'; globalThis.adapter = adapter;`;
  const scripts: [string, string][] = [[`/${id}.js`, await bundle(page)]];
  if (syncTag) scripts.push([`/${id}.worker.js`, await bundle(`import './${id}.worker.ts';`)]);
  return scripts;
}

/** Returns the size of the client alone in bytes: minified, gzip at level 9, with all dependencies. */
export async function measureBytes({ imports }: ClientUnderTest): Promise<number> {
  const lines = Object.entries(imports).map(
    ([name, members]) => `export { ${members.join()} } from '${name}';`,
  );
  return measureGzip(await bundle(lines.join('\n')));
}

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    ...BUNDLE,
    conditions: SOURCES,
    stdin: { contents, resolveDir: adapters, loader: 'ts' },
  });
  return outputFiles[0]?.text ?? '';
}
