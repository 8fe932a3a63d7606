/** Measures the files of the built packages that a browser downloads. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { listPackages, root } from '../workspace.ts';
import { readBuilt } from './built.ts';
import { bundle, listLoaded, type Bundle } from './bundle.ts';
import type { Figure } from './figure.ts';

const pages = new Map<string, Promise<Bundle>>();

/** Returns the total bytes of the files. Each is compressed separately by gzip at level 9, as servers send static files. */
export async function measure({ entry, elements = [], lazy = [], loaded = [] }: Figure): Promise<number> {
  const page = await openOnce(entry);
  const filesBefore = loaded.length > 0 ? listLoaded(page, loaded.map(toDefineModule)) : new Set<string>();
  const modules = [...[...loaded, ...elements].map(toDefineModule), ...lazy.map(toBuiltModule)];
  const files = listLoaded(page, modules).difference(filesBefore);
  return [...files].reduce((sum, name) => sum + measureCompressed(page.contents(name)), 0);
}

function measureCompressed(contents: Uint8Array): number {
  return gzipSync(contents, { level: 9 }).length;
}

/** Returns the module that registers an element, relative to the repository. */
function toDefineModule(element: string): string {
  return `packages/elements/dist/define/${element}.js`;
}

function toBuiltModule(module: string): string {
  return `packages/elements/dist/${module}.js`;
}

function openOnce(entry: Figure['entry']): Promise<Bundle> {
  const key = JSON.stringify(entry);
  const page = pages.get(key) ?? open(entry);
  pages.set(key, page);
  return page;
}

async function open(entry: Figure['entry']): Promise<Bundle> {
  if ('module' in entry) return bundle(findMainModule(entry.module));
  if ('file' in entry) return bundle(requireBuilt(join(root, 'packages', entry.file)));
  return readBuilt(requireBuilt(join(root, 'packages', entry.built)));
}

function findMainModule(packageFolder: string): string {
  const folder = join(root, 'packages', packageFolder);
  const main = listPackages().find((member) => member.folder === folder)?.manifest.exports?.['.'];
  const { default: file } = main as { default: string };
  return requireBuilt(join(folder, file));
}

function requireBuilt(file: string): string {
  if (existsSync(file)) return file;
  throw new Error(`${file} is missing. Run the script "build" first.`);
}
