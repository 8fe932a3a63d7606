/** Reads files that a browser loads without a bundler, such as the files for a CDN, as a {@link Bundle}. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { init, parse } from 'es-module-lexer';
import { root } from '../workspace.ts';
import type { Bundle } from './bundle.ts';

/** The imports that `retry-imports.ts` has rewritten: all of them, and the static ones, which a file awaits first. */
const LOADED = /\(["'`](\.\/[\w.-]+\.js)["'`]\)/g;
const AWAITED = /^import[^;]*;const.*?=await ((?:Promise\.all\(\[)?(?:[\w$]+\([^)]*\),?)+)/s;

/** Returns the files that the entry imports, statically or lazily. */
export async function readBuilt(entry: string): Promise<Bundle> {
  await init;
  const outputs: Bundle['outputs'] = {};
  const found = new Set([entry]);
  // A set that grows during the loop also visits the new entries.
  for (const file of found) {
    const imports = listImports(file);
    outputs[file] = { imports, inputs: readInputs(file) };
    for (const { path } of imports) found.add(path);
  }
  return { entry, outputs, contents: (name) => readFileSync(name) };
}

function listImports(file: string): { path: string; kind: 'import-statement' | 'dynamic-import' }[] {
  const code = readFileSync(file, 'utf8');
  const [imports] = parse(code);
  const entries = imports.flatMap(({ specifier }) => (specifier?.startsWith('.') ? [specifier] : []));
  const awaited = listLoads(AWAITED.exec(code)?.[1] ?? '');
  const loaded = listLoads(code.replace(AWAITED, ''));
  const toPath = (specifier: string): string => join(dirname(file), specifier);
  return [
    ...[...entries, ...awaited].map((each) => ({ path: toPath(each), kind: 'import-statement' as const })),
    ...loaded.map((each) => ({ path: toPath(each), kind: 'dynamic-import' as const })),
  ];
}

function listLoads(code: string): string[] {
  return [...code.matchAll(LOADED)].map(([, specifier = '']) => specifier);
}

/** Returns the modules of a file according to its source map, relative to the repository. */
function readInputs(file: string): Record<string, unknown> {
  const { sources } = JSON.parse(readFileSync(`${file}.map`, 'utf8')) as { sources: string[] };
  return Object.fromEntries(sources.map((source) => [relative(root, resolve(dirname(file), source)), {}]));
}
