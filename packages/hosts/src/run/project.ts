/** Copies an application into an empty folder, and installs the tarballs there. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pnpmCommand } from '@heed/tooling/workspace';
import type { Host } from '../host.ts';
import { run } from './process.ts';

interface Manifest {
  version: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const apps = fileURLToPath(new URL('../apps/', import.meta.url));

/** Skips the scripts of dependencies, and lock files, which would contain the URL of the registry. */
const installers = {
  pnpm: pnpmCommand('install', '--prefer-offline', '--ignore-scripts', '--no-lockfile'),
  npm: [
    'npm',
    'install',
    '--prefer-offline',
    '--ignore-scripts',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
  ],
};

/** Creates the folder of the application in `parent`. @param tarballs by package name */
export async function createProject(
  { name, installer }: Host,
  tarballs: Record<string, string>,
  parent: string,
): Promise<string> {
  const folder = join(parent, name);
  cpSync(join(apps, name), folder, { recursive: true });
  const overrides = mapValues(tarballs, (file) => `file:${file}`);
  const manifest = readManifest(folder);
  const withTarballs = (list: Record<string, string> = {}) =>
    mapValues(list, (version, dependency) => overrides[dependency] ?? version);
  writeJson(join(folder, 'package.json'), {
    ...manifest,
    dependencies: withTarballs(manifest.dependencies),
    devDependencies: withTarballs(manifest.devDependencies),
    // The packages depend on versions that are not published yet.
    ...(installer === 'npm' && { overrides }),
  });
  // JSON is valid YAML.
  if (installer === 'pnpm') writeJson(join(folder, 'pnpm-workspace.yaml'), { packages: ['.'], overrides });
  await run(installers[installer], folder).catch((error: Error) => {
    throw new Error(`The installation failed. Is the package registry reachable?\n${error.message}`, {
      cause: error,
    });
  });
  return folder;
}

/** The versions of a host, as its package.json pins them: `React 19.3.1` is `{ react: '19.3.1' }`. */
export function readVersions({ name, versions }: Host): Record<string, string> {
  const { dependencies, devDependencies } = readManifest(join(apps, name));
  const all = { ...dependencies, ...devDependencies };
  return Object.fromEntries(versions.map((dependency) => [dependency, all[dependency] ?? '']));
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

function mapValues(
  record: Record<string, string>,
  change: (value: string, key: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}

export function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`);
}
