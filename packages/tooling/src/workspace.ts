/** Reads the packages of this workspace from their package.json files. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root: string = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

/** The fields of a package.json that the checks read. */
export interface Manifest {
  name: string;
  version: string;
  description?: string;
  keywords?: string[];
  homepage?: string;
  bugs?: { url: string };
  license?: string;
  author?: string;
  repository?: { type: string; url: string; directory?: string };
  publishConfig?: { access?: string; provenance?: boolean };
  private?: boolean;
  packageManager?: string;
  scripts?: Record<string, string>;
  exports?: Record<string, unknown>;
  peerDependencies?: Record<string, string>;
}

/** One package: its folder as an absolute path, and its package.json. */
export interface Package {
  folder: string;
  manifest: Manifest;
}

/** Returns the command line for the pnpm version of `packageManager`, installed or not: `npx -y pnpm@…`. */
export function pnpmCommand(...args: string[]): string[] {
  const { packageManager } = readManifest(root);
  if (!packageManager) throw new Error('package.json: "packageManager" must name the version of pnpm.');
  return ['npx', '-y', packageManager, ...args];
}

/** Returns every package, sorted by folder. */
export function listPackages(): Package[] {
  const files = globSync(['packages/*/package.json', 'examples/*/package.json', 'docs/package.json'], {
    cwd: root,
  });
  const folders = files.toSorted().map((file) => join(root, dirname(file)));
  return folders.map((folder) => ({ folder, manifest: readManifest(folder) }));
}

/** Returns the packages that are published. */
export function listPublicPackages(): Package[] {
  return listPackages().filter(({ manifest }) => !manifest.private);
}

/** Reads the package.json of a folder. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}
