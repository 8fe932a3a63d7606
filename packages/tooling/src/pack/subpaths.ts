/** The subpaths that a package publishes, read from its `exports`. */
import { globSync } from 'node:fs';
import type { Package } from '../workspace.ts';

/** Scripts for a `<script>` tag: without types, and not to be imported in Node. */
const browserScript = /\.min\.js$/;

/** One subpath as a page or program writes it, for example `@heed/elements/define/nps`. */
export interface Subpath {
  specifier: string;
  kind: 'module' | 'json' | 'style sheet' | 'browser script';
}

/** Every subpath of a package; patterns such as `./define/*` are expanded by the files that are there. */
export function listSubpaths({ folder, manifest }: Package): Subpath[] {
  return Object.entries(manifest.exports ?? {}).flatMap(([key, target]) =>
    expand(folder, key, target).map((subpath) => ({
      specifier: manifest.name + subpath.slice(1),
      kind: getKind(subpath),
    })),
  );
}

/** The subpaths that have no types, as they stand in `exports`. */
export function listUntyped({ manifest }: Package): string[] {
  return Object.keys(manifest.exports ?? {}).filter((key) => getKind(key) !== 'module');
}

/** A module below the main one: where it is asked for, and the files that it is. */
interface Module {
  subpath: string;
  file: string;
  types: string;
}

/** Every module of a built package but the main one. */
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
