/** The packages of this workspace, as their package.json files tell. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root: string = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

/** What the checks read of a package.json. */
export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  scripts?: Record<string, string>;
  exports?: Record<string, unknown>;
  peerDependencies?: Record<string, string>;
}

/** One package: its folder as an absolute path, and its package.json. */
export interface Package {
  folder: string;
  manifest: Manifest;
}

/** How to call the pnpm version that this workspace is pinned to, installed or not: `npx -y pnpm@…`. */
export function pnpmCommand(...args: string[]): string[] {
  const { scripts } = readManifest(root);
  const pinned = /pnpm@[\d.]+/.exec(scripts?.['bootstrap'] ?? '')?.[0];
  if (!pinned) throw new Error('package.json: the script "bootstrap" must name the version of pnpm.');
  return ['npx', '-y', pinned, ...args];
}

/** Every package, sorted by folder. */
export function listPackages(): Package[] {
  const files = globSync(['packages/*/package.json', 'examples/*/package.json', 'docs/package.json'], {
    cwd: root,
  });
  const folders = files.toSorted().map((file) => join(root, dirname(file)));
  return folders.map((folder) => ({ folder, manifest: readManifest(folder) }));
}

/** The packages that npm gets. */
export function listPublicPackages(): Package[] {
  return listPackages().filter(({ manifest }) => !manifest.private);
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}
