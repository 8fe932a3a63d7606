/** Measures a figure on the built packages: what a browser downloads, file by file. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { listPackages, root } from '../workspace.ts';
import type { Figure } from './budgets.ts';
import { readBuilt } from './built.ts';
import { bundle, listLoaded, type Bundle } from './bundle.ts';

const pages = new Map<string, Promise<Bundle>>();

/** Total bytes of the files, each compressed separately by gzip at level 9, as servers send static files. */
export async function measure({ load, elements = [], later = [], beyond = [] }: Figure): Promise<number> {
  const page = await openOnce(load);
  const before = beyond.length > 0 ? listLoaded(page, beyond.map(toModule)) : new Set<string>();
  const modules = [...[...beyond, ...elements].map(toModule), ...later.map(toPart)];
  const loaded = listLoaded(page, modules).difference(before);
  return [...loaded].reduce((sum, name) => sum + compress(page.contents(name)), 0);
}

function compress(bytes: Uint8Array): number {
  return gzipSync(bytes, { level: 9 }).length;
}

/** The module that registers an element, relative to the workspace. */
function toModule(element: string): string {
  return `packages/elements/dist/define/${element}.js`;
}

function toPart(module: string): string {
  return `packages/elements/dist/${module}.js`;
}

function openOnce(load: Figure['load']): Promise<Bundle> {
  const key = JSON.stringify(load);
  const page = pages.get(key) ?? open(load);
  pages.set(key, page);
  return page;
}

async function open(load: Figure['load']): Promise<Bundle> {
  if ('module' in load) return bundle(findMainModule(load.module));
  if ('file' in load) return bundle(requireBuilt(join(root, 'packages', load.file)));
  return readBuilt(requireBuilt(join(root, 'packages', load.built)));
}

function findMainModule(packageFolder: string): string {
  const folder = join(root, 'packages', packageFolder);
  const main = listPackages().find((member) => member.folder === folder)?.manifest.exports?.['.'];
  const { default: file } = main as { default: string };
  return requireBuilt(join(folder, file));
}

function requireBuilt(file: string): string {
  if (existsSync(file)) return file;
  throw new Error(`${file} is missing: run the script "build" first.`);
}
