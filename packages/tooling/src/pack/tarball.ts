/** Makes the tarball that npm would get of a package, and has publint and "are the types wrong" judge it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { pnpmCommand, type Package } from '../workspace.ts';
import { run } from './run.ts';

/** Packs a package into a folder and gives the tarball's path. */
export async function pack({ folder, manifest }: Package, destination: string): Promise<string> {
  const file = join(destination, `${manifest.name.replace('@', '').replace('/', '-')}.tgz`);
  const { ok, output } = await run(pnpmCommand('pack', '--out', file), folder);
  if (!ok) throw new Error(`${manifest.name} cannot be packed:\n${output}`);
  return file;
}

/** What publint finds in a tarball, suggestions included; one text for each finding. */
export async function lintTarball(tarball: string): Promise<string[]> {
  const { messages, pkg } = await publint({
    pack: { tarball: new Uint8Array(readFileSync(tarball)).buffer },
  });
  return messages.map(
    (message) => `publint: ${formatMessage(message, pkg, { color: false }) ?? message.code}`,
  );
}

/** Whether TypeScript finds the types of each subpath, from ESM and from a bundler: a text if not. */
export async function checkTypes(tarball: string, untyped: readonly string[]): Promise<string[]> {
  const exclude = untyped.length > 0 ? ['--exclude-entrypoints', ...untyped] : [];
  const command = ['attw', tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-color', '--no-emoji'];
  const { ok, output } = await run([...command, ...exclude], '.');
  return ok ? [] : [`types:\n${output}`];
}
