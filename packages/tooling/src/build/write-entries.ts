/**
 * `node …/write-entries.ts`, in the folder of a built package: writes `<subpath>/package.json` for each module in
 * `exports`. Resolvers that do not read `exports`, such as Parcel's default and TypeScript's `node10`, find it there.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { listModules } from '../pack/subpaths.ts';
import type { Manifest } from '../workspace.ts';

const folder = process.cwd();
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

for (const { subpath, file, types } of listModules({ folder, manifest })) {
  const place = join(folder, subpath);
  const toPath = (target: string): string => relative(place, join(folder, target)).replaceAll('\\', '/');
  mkdirSync(place, { recursive: true });
  const entry = { type: 'module', main: toPath(file), module: toPath(file), types: toPath(types) };
  writeFileSync(join(place, 'package.json'), `${JSON.stringify(entry, undefined, 2)}\n`);
}
