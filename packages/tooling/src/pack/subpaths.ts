/** Lists the subpaths that a package publishes in its `exports`. */
import { globSync } from 'node:fs';
import type { Package } from '../workspace.ts';

/** Scripts for a `<script>` tag. They have no types and cannot be imported in Node. */
const browserScript = /\.min\.js$/;

/** A subpath that can be imported, for example `@heed/elements/define/nps`. */
export interface Subpath {
  specifier: string;
  kind: 'module' | 'json' | 'style sheet' | 'browser script';
}

/** Returns every subpath of a package. Expands patterns such as `./define/*` to the existing files. */
export function listSubpaths({ folder, manifest }: Package): Subpath[] {
  return Object.entries(manifest.exports ?? {}).flatMap(([key, target]) =>
    expand(folder, key, target).map((subpath) => ({
      specifier: manifest.name + subpath.slice(1),
      kind: getKind(subpath),
    })),
  );
}

/** Returns the keys in `exports` that have no types. */
export function listUntyped({ manifest }: Package): string[] {
  return Object.keys(manifest.exports ?? {}).filter((key) => getKind(key) !== 'module');
}

/** A module with its own subpath, and its files. */
interface Module {
  subpath: string;
  file: string;
  types: string;
}

/** Returns every module of a built package except the main module. */
export function listModules({ folder, manifest }: Package): Module[] {
  return Object.entries(manifest.exports ?? {})
    .filter(([key, target]) => key !== '.' && typeof target === 'object')
    .flatMap(([key, target]) => {
      const { default: file, types } = target as { default: string; types: string };
      const [before = ''] = key.split('*');
      return expand(folder, key, target).map((subpath) => {
        const name = key.includes('*') ? subpath.slice(before.length) : '';
        return { subpath, file: file.replace('*', name), types: types.replace('*', name) };
      });
    });
}

function getKind(subpath: string): Subpath['kind'] {
  if (browserScript.test(subpath)) return 'browser script';
  if (subpath.endsWith('.css')) return 'style sheet';
  return subpath.endsWith('.json') ? 'json' : 'module';
}

function expand(folder: string, key: string, target: unknown): string[] {
  if (!key.includes('*')) return [key];
  const file = typeof target === 'string' ? target : (target as { default: string }).default;
  const [before = '', after = ''] = file.replace('./', '').split('*');
  const found = globSync(`${before}*${after}`, { cwd: folder }).map((path) => path.replaceAll('\\', '/'));
  return found.toSorted().map((path) => key.replace('*', path.slice(before.length, -after.length)));
}
