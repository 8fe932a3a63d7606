/** A project of somebody else that installs the tarballs, imports every subpath and compiles against the types. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pnpmCommand } from '../workspace.ts';
import { run } from './run.ts';
import type { Subpath } from './subpaths.ts';

const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  target: 'ES2022',
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  types: [],
};

/** Ways to resolve modules that a project may be set to. */
const resolutions = {
  nodenext: { module: 'NodeNext', moduleResolution: 'NodeNext' },
  bundler: { module: 'ESNext', moduleResolution: 'Bundler' },
};

/** Installs tarballs, given by package name, into a new folder, and beside them what they can be used with. */
export async function install(
  folder: string,
  tarballs: Record<string, string>,
  peers: Record<string, string>,
): Promise<string[]> {
  const overrides = Object.fromEntries(
    Object.entries(tarballs).map(([name, file]) => [name, `file:${file}`]),
  );
  const dependencies = { ...peers, ...overrides };
  mkdirSync(folder);
  writeJson(join(folder, 'package.json'), { name: 'consumer', private: true, type: 'module', dependencies });
  // The packages name each other by version, and those versions are not published yet. JSON is YAML, too.
  writeJson(join(folder, 'pnpm-workspace.yaml'), { packages: ['.'], overrides });
  const { ok, output } = await run(pnpmCommand('install', '--prefer-offline', '--ignore-scripts'), folder);
  return ok ? [] : [`cannot be installed together:\n${output}`];
}

/** Resolves every subpath in Node and imports the modules. */
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

/** Compiles a file that imports every module, for each way of resolving. */
export async function compile(folder: string, subpaths: readonly Subpath[]): Promise<string[]> {
  const modules = subpaths.filter(({ kind }) => kind === 'module');
  const lines = modules.map(({ specifier }, i) => `export * as module${i} from '${specifier}';`);
  writeFileSync(join(folder, 'consumer.ts'), `${lines.join('\n')}\n`);
  const ends = Object.entries(resolutions).map(async ([name, options]) => {
    const config = { compilerOptions: { ...compilerOptions, ...options }, files: ['consumer.ts'] };
    writeJson(join(folder, `tsconfig.${name}.json`), config);
    const { ok, output } = await run(['tsc', '-p', `tsconfig.${name}.json`], folder);
    return ok ? [] : [`types with moduleResolution ${name}:\n${output}`];
  });
  return (await Promise.all(ends)).flat();
}

/** Subpaths whose types have to bring those of the events along, whatever else a project imports. */
const alone = /\/(define\/(?!launcher)\w+|react|preact|vue|svelte)$/;
const useOf = (specifier: string): string =>
  specifier.endsWith('/prompt')
    ? `document.addEventListener('heed-show', (event) => event.detail.name.trim());\n`
    : `document.addEventListener('heed-submit', (event) => event.detail.survey.trim());\n`;

/** Compiles a use of an event with each such subpath as the only import. */
export async function compileAlone(folder: string, subpaths: readonly Subpath[]): Promise<string[]> {
  const found: string[] = [];
  for (const { specifier } of subpaths.filter((subpath) => alone.test(subpath.specifier))) {
    const options = { ...compilerOptions, ...resolutions.bundler };
    writeFileSync(join(folder, 'alone.ts'), `import '${specifier}';\n${useOf(specifier)}`);
    writeJson(join(folder, 'tsconfig.alone.json'), { compilerOptions: options, files: ['alone.ts'] });
    const { ok, output } = await run(['tsc', '-p', 'tsconfig.alone.json'], folder);
    if (!ok) found.push(`types of ${specifier} alone:\n${output}`);
  }
  return found;
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, JSON.stringify(value, undefined, 2));
}
