import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { buildSync } from 'esbuild';
import type * as Package from '../../src/index.ts';

/** The browser globals that the client uses and that each tab has separately. */
const globalNames = [
  'navigator',
  'BroadcastChannel',
  'indexedDB',
  'IDBKeyRange',
  'setTimeout',
  'clearTimeout',
  'addEventListener',
  'removeEventListener',
] as const;

export type Globals = Record<(typeof globalNames)[number], unknown>;

/** The globals that all tabs share. */
const sharedGlobals = { AbortSignal, AbortController, Blob, fetch };

const { outputFiles } = buildSync({
  entryPoints: [fileURLToPath(new URL('../../src/index.ts', import.meta.url))],
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'heed',
  target: 'es2024',
  conditions: ['@heed/source'],
});
const evaluate = compileFunction(`${outputFiles[0]?.text}\nreturn heed;`, [...globalNames, 'globalThis'], {
  filename: 'client.js',
});

/** Loads the package as a page does: with separate module state and separate globals. */
export function loadClient(globals: Globals): typeof Package {
  const values = globalNames.map((name) => globals[name]);
  return evaluate(...values, { ...sharedGlobals, ...globals }) as typeof Package;
}
