/** Bundles a module from the sources of the workspace, as a site's bundler does with the published packages. */
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';

/** @param entry URL of the module */
export async function bundle(entry: URL, options: BuildOptions = {}): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    conditions: ['@heed/source'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    ...options,
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
