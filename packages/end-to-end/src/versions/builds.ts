/**
 * Builds of the client that may run in one page, because several teams or third-party scripts can include the client.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { bundle } from '../shared/site/bundle.ts';

/**
 * `copy` is a second instance of the current build. `next` is a later build, whose entries have a higher version.
 * `early` is an earlier build, which does not support partial responses.
 */
export type BuildName = 'current' | 'copy' | 'next' | 'early';

declare global {
  var builds: Record<BuildName, typeof import('./build-entry.ts')>;
}

/** Raises the version of entries, as a change of their format does. */
const nextVersion = patchModule(/queue[\\/]limits\.ts$/, /(?<=ENTRY_VERSION = )\d+/, (version) =>
  String(Number(version) + 1),
);

/** Restores the limit of keys to the length of a UUID. */
const idsOnly = patchModule(/queue[\\/]queue-entry\.ts$/, 'String(id).slice(0, ID_LENGTH)', () => 'id');

/** Replaces text in a module of the client. Fails the build if the module or the text is missing. */
function patchModule(module: RegExp, pattern: string | RegExp, replace: (match: string) => string): Plugin {
  return {
    name: 'patch-module',
    setup({ onLoad, onEnd }) {
      let isPatched = false;
      onLoad({ filter: module }, async ({ path }) => {
        const code = await readFile(path, 'utf8');
        const contents = code.replace(pattern, replace);
        isPatched = contents !== code;
        return { contents, loader: 'ts' };
      });
      onEnd(() => (isPatched ? {} : { errors: [{ text: `no module ${module} contains ${pattern}` }] }));
    },
  };
}

/** Returns one script that sets `globalThis.builds`. */
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
