/** Installs the tarballs in a project outside the workspace, and imports every subpath there. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pnpmCommand } from '../workspace.ts';
import { run } from './run.ts';
import type { Subpath } from './subpaths.ts';

/**
 * Installs packages and their peer dependencies in a new folder. Returns the problems.
 *
 * @param tarballs Paths of the tarballs by package name.
 * @param names The direct dependencies of the project.
 */
export async function install(
  folder: string,
  tarballs: Record<string, string>,
  peers: Record<string, string>,
  names: readonly string[] = Object.keys(tarballs),
): Promise<string[]> {
  const overrides = Object.fromEntries(
    Object.entries(tarballs).map(([name, file]) => [name, `file:${file}`]),
  );
  const wanted = names.map((name) => [name, overrides[name]]);
  const dependencies = { ...peers, ...Object.fromEntries(wanted) };
  mkdirSync(folder);
  writeJson(join(folder, 'package.json'), { name: 'consumer', private: true, type: 'module', dependencies });
  // The packages depend on versions that are not published yet. JSON is valid YAML.
  writeJson(join(folder, 'pnpm-workspace.yaml'), { packages: ['.'], overrides });
  const { ok, output } = await run(pnpmCommand('install', '--prefer-offline', '--ignore-scripts'), folder);
  return ok ? [] : [`cannot be installed together:\n${output}`];
}

/** Resolves every subpath in Node and imports the modules. Returns the problems. */
export async function importAll(folder: string, subpaths: readonly Subpath[]): Promise<string[]> {
  const program = `import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
for (const { specifier, kind } of ${JSON.stringify(subpaths)}) {
  try {
    const file = fileURLToPath(import.meta.resolve(specifier));
    if (!existsSync(file)) throw new Error(file + ' does not exist');
    if (kind === 'module') await import(specifier);
    if (kind === 'json') await import(specifier, { with: { type: 'json' } });
  } catch (error) {
    console.log(specifier + ' in Node: ' + error);
    process.exitCode = 1;
  }
}
`;
  writeFileSync(join(folder, 'import.mjs'), program);
  const { ok, output } = await run(['node', 'import.mjs'], folder);
  return ok ? [] : output.split('\n');
}

export function writeJson(file: string, value: unknown): void {
  writeFileSync(file, JSON.stringify(value, undefined, 2));
}
