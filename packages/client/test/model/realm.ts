import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { buildSync } from 'esbuild';
import type * as Package from '../../src/index.ts';

/** What of a browser the client uses and what each tab has for itself. */
const names = [
  'navigator',
  'BroadcastChannel',
  'indexedDB',
  'IDBKeyRange',
  'setTimeout',
  'clearTimeout',
  'addEventListener',
  'removeEventListener',
] as const;

export type Globals = Record<(typeof names)[number], unknown>;

/** What the client looks for, and what is the same for each tab. */
const globalsOfAll = { AbortSignal, AbortController, Blob, fetch };

const { outputFiles } = buildSync({
  entryPoints: [fileURLToPath(new URL('../../src/index.ts', import.meta.url))],
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'heed',
  target: 'es2024',
  conditions: ['@heed/source'],
});
const evaluate = compileFunction(`${outputFiles[0]?.text}\nreturn heed;`, [...names, 'globalThis'], {
  filename: 'client.js',
});

/** The package as a page loads it: its module state and the globals that it sees are those of that page alone. */
export function loadClient(globals: Globals): typeof Package {
  const own = names.map((name) => globals[name]);
  return evaluate(...own, { ...globalsOfAll, ...globals }) as typeof Package;
}
