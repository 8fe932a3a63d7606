/** Reads files that a browser loads as they are, such as those for a CDN, in the shape of a bundle. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { init, parse } from 'es-module-lexer';
import { root } from '../workspace.ts';
import type { Bundle } from './bundle.ts';

/** What `retry-imports.ts` has made of imports: all of them, and those that a file awaits before anything else. */
const LOADED = /\(["'`](\.\/[\w.-]+\.js)["'`]\)/g;
const AWAITED = /^import[^;]*;const.*?=await ((?:Promise\.all\(\[)?(?:[\w$]+\([^)]*\),?)+)/s;

/** What is imported lazily counts only when it is asked for, as in a bundle. */
export async function readBuilt(entry: string): Promise<Bundle> {
  await init;
  const outputs: Bundle['outputs'] = {};
  const found = new Set([entry]);
  // A set that grows while it is walked visits what was added, too.
  for (const file of found) {
    const imports = importsOf(file);
    outputs[file] = { imports, inputs: inputsOf(file) };
    for (const { path } of imports) found.add(path);
  }
  return { entry, outputs, contents: (name) => readFileSync(name) };
}

function importsOf(file: string): { path: string; kind: 'import-statement' | 'dynamic-import' }[] {
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

/** The modules that went into a file, by its source map, relative to the workspace. */
function inputsOf(file: string): Record<string, unknown> {
  const { sources } = JSON.parse(readFileSync(`${file}.map`, 'utf8')) as { sources: string[] };
  return Object.fromEntries(sources.map((source) => [relative(root, resolve(dirname(file), source)), {}]));
}
