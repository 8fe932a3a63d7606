/** Reads files that a browser loads as they are, such as those for a CDN, in the shape of a bundle. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { init, parse } from 'es-module-lexer';
import { root } from '../workspace.ts';
import type { Bundle } from './bundle.ts';

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
  const [imports] = parse(readFileSync(file, 'utf8'));
  return imports.flatMap(({ type, specifier }) => {
    if (!specifier?.startsWith('.')) return [];
    const kind = type === 'dynamic' ? 'dynamic-import' : 'import-statement';
    return [{ path: join(dirname(file), specifier), kind }];
  });
}

/** The modules that went into a file, by its source map, relative to the workspace. */
function inputsOf(file: string): Record<string, unknown> {
  const { sources } = JSON.parse(readFileSync(`${file}.map`, 'utf8')) as { sources: string[] };
  return Object.fromEntries(sources.map((source) => [relative(root, resolve(dirname(file), source)), {}]));
}
