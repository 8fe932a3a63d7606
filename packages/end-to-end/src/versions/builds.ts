/** Builds of the client as they may meet in one page: each team, and each script from elsewhere, brings its own. */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { bundle } from '../shared/site/bundle.ts';

/**
 * `copy` is the current build once more; `next` is a later one, whose rows have a higher version; `early` is an earlier
 * one, which knows no partial records.
 */
export type BuildName = 'current' | 'copy' | 'next' | 'early';

declare global {
  var builds: Record<BuildName, typeof import('./build-entry.ts')>;
}

/** As if the layout of a row had changed. */
const nextVersion = changeRows(/(?<=ROW_VERSION = )\d+/, (version) => String(Number(version) + 1));

/** As before keys could be longer than a UUID. */
const idsOnly = changeRows('String(id).slice(0, ID_LENGTH)', () => 'id');

function changeRows(what: string | RegExp, change: (found: string) => string): Plugin {
  return {
    name: 'change-rows',
    setup({ onLoad }) {
      onLoad({ filter: /client[\\/]src[\\/]row\.ts$/ }, async ({ path }) => {
        const code = await readFile(path, 'utf8');
        const contents = code.replace(what, change);
        if (contents === code) throw new Error(`${path} has no ${what}`);
        return { contents, loader: 'ts' };
      });
    },
  };
}

/** Scripts that set `builds`. */
export async function buildAll(): Promise<string> {
  const scripts = await Promise.all([
    buildClient('current'),
    buildClient('copy'),
    buildClient('next', [nextVersion]),
    buildClient('early', [idsOnly]),
  ]);
  return scripts.join('\n');
}

function buildClient(name: BuildName, plugins: Plugin[] = []): Promise<string> {
  return bundle(new URL('build-entry.ts', import.meta.url), {
    format: 'iife',
    globalName: `builds.${name}`,
    plugins,
  });
}
