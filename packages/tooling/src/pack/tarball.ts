/** Packs a package as for npm, and lints the tarball with publint and "are the types wrong". */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { pnpmCommand, type Package } from '../workspace.ts';
import { run } from './run.ts';

/** Packs a package into a folder. Returns the path of the tarball. */
export async function pack({ folder, manifest }: Package, destination: string): Promise<string> {
  const file = join(destination, `${manifest.name.replace('@', '').replace('/', '-')}.tgz`);
  const { ok, output } = await run(pnpmCommand('pack', '--out', file), folder);
  if (!ok) throw new Error(`${manifest.name} cannot be packed:\n${output}`);
  return file;
}

/** Returns the findings of publint in a tarball, including suggestions. */
export async function lintTarball(tarball: string): Promise<string[]> {
  const { messages, pkg } = await publint({
    pack: { tarball: new Uint8Array(readFileSync(tarball)).buffer },
  });
  return messages.map(
    (message) => `publint: ${formatMessage(message, pkg, { color: false }) ?? message.code}`,
  );
}

/** Returns the subpaths whose types TypeScript does not find from ESM or from a bundler. */
export async function checkTypes(tarball: string, untyped: readonly string[]): Promise<string[]> {
  const exclude = untyped.length > 0 ? ['--exclude-entrypoints', ...untyped] : [];
  const command = ['attw', tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-color', '--no-emoji'];
  const { ok, output } = await run([...command, ...exclude], '.');
  return ok ? [] : [`types:\n${output}`];
}
