/** Bundles a module as an application would. Lazy imports become separate files. */
import { relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { root } from '../workspace.ts';

/** A file of a bundle: its imports, and the modules that it was built from. */
export interface Output {
  imports: readonly { path: string; kind: string }[];
  inputs: Readonly<Record<string, unknown>>;
}

/** A bundle's files by name. */
export interface Bundle {
  /** The file that a page loads first. */
  entry: string;
  outputs: Record<string, Output>;
  contents(name: string): Uint8Array;
}

export async function bundle(entry: string): Promise<Bundle> {
  const { metafile, outputFiles } = await build({
    entryPoints: [entry],
    absWorkingDir: root,
    outdir: 'bundle',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const { outputs } = metafile;
  const byPath = new Map(outputFiles.map(({ path, contents }) => [path, contents]));
  return {
    entry: Object.keys(outputs).find((name) => outputs[name]?.entryPoint === relative(root, entry)) ?? '',
    outputs,
    contents: (name) => byPath.get(resolve(root, name)) ?? new Uint8Array(),
  };
}

/** Returns the files that a page loads: the entry, the given lazy modules and all their static imports. */
export function listLoaded({ entry, outputs }: Bundle, lazyModules: readonly string[]): Set<string> {
  const lazy = lazyModules.map((module) => findOutput(outputs, module, ({ inputs }) => module in inputs));
  const loaded = new Set([entry, ...lazy]);
  // A set that grows during the loop also visits the new entries.
  for (const name of loaded) {
    for (const { kind, path } of outputs[name]?.imports ?? []) {
      if (kind === 'import-statement') loaded.add(path);
    }
  }
  return loaded;
}

function findOutput(
  outputs: Record<string, Output>,
  module: string,
  isMatch: (output: Output) => boolean,
): string {
  const found = Object.entries(outputs).find(([, output]) => isMatch(output));
  if (found) return found[0];
  throw new Error(`The bundle does not contain ${module}. Does the entry still import it?`);
}
