/** Builds of the client as they may meet in one page: each team, and each script from elsewhere, brings its own. */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { bundle } from '../site/bundle.ts';

/** `copy` is the current build once more; `next` is a later one, whose rows have a higher version. */
export type BuildName = 'current' | 'copy' | 'next';

declare global {
  var builds: Record<BuildName, typeof import('./client.ts')>;
}

const VERSION = /(?<=ROW_VERSION = )\d+/;

/** As if the layout of a row had changed. */
const nextVersion: Plugin = {
  name: 'next-version',
  setup({ onLoad }) {
    onLoad({ filter: /client[\\/]src[\\/]row\.ts$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      if (!VERSION.test(code)) throw new Error(`${path} has no ROW_VERSION`);
      return { contents: code.replace(VERSION, (version) => String(Number(version) + 1)), loader: 'ts' };
    });
  },
};

/** Scripts that set `builds`. */
export async function buildAll(): Promise<string> {
  const scripts = await Promise.all([
    buildClient('current'),
    buildClient('copy'),
    buildClient('next', [nextVersion]),
  ]);
  return scripts.join('\n');
}

function buildClient(name: BuildName, plugins: Plugin[] = []): Promise<string> {
  return bundle(new URL('client.ts', import.meta.url), {
    format: 'iife',
    globalName: `builds.${name}`,
    plugins,
  });
}
