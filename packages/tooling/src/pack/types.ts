/** Compiles a project outside the workspace against the published types, with every supported version of TypeScript. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeJson } from './consumer.ts';
import { run } from './run.ts';
import type { Subpath } from './subpaths.ts';

const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  // Reports errors in the published declarations as well.
  skipLibCheck: false,
  noEmit: true,
  target: 'ES2022',
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  types: [],
};

/** The values of `moduleResolution` that a project may use. */
const resolutions = {
  node16: { module: 'Node16', moduleResolution: 'Node16' },
  nodenext: { module: 'NodeNext', moduleResolution: 'NodeNext' },
  bundler: { module: 'ESNext', moduleResolution: 'Bundler' },
};

const compilers: Readonly<Record<string, string[]>> = {
  '5.9': ['node', findCompiler('typescript-5.9')],
  '6.0': ['node', findCompiler('typescript-6')],
  '7.0': ['tsc'],
};

/** Subpaths whose declarations import a peer dependency. */
const withPeer = /\/(react|preact|vue|svelte|server)$/;

function findCompiler(alias: string): string {
  return fileURLToPath(new URL(`../../node_modules/${alias}/bin/tsc`, import.meta.url));
}

/** Compiles files that import every module, with each compiler and each `moduleResolution`. Returns the problems. */
export async function compile(folder: string, subpaths: readonly Subpath[]): Promise<string[]> {
  const modules = subpaths.filter(({ kind }) => kind === 'module').map(({ specifier }) => specifier);
  writeImports(
    folder,
    'consumer.ts',
    modules.filter((specifier) => !withPeer.test(specifier)),
  );
  writeImports(
    folder,
    'peers.ts',
    modules.filter((specifier) => withPeer.test(specifier)),
  );
  const found: string[] = [];
  for (const [version, compiler] of Object.entries(compilers)) {
    const ends = Object.entries(resolutions).map(async ([name, options]) => {
      const config = join(folder, `tsconfig.${version}.${name}.json`);
      // The declarations of all frameworks take seconds to compile. Once for each compiler is enough.
      const files = name === 'bundler' ? ['consumer.ts', 'peers.ts'] : ['consumer.ts'];
      writeJson(config, { compilerOptions: { ...compilerOptions, ...options }, files });
      const { ok, output } = await run([...compiler, '-p', config], folder);
      return ok ? [] : [`types in TypeScript ${version} with moduleResolution ${name}:\n${output}`];
    });
    found.push(...(await Promise.all(ends)).flat());
  }
  return found;
}

function writeImports(folder: string, file: string, specifiers: readonly string[]): void {
  const lines = specifiers.map((specifier, i) => `export * as module${i} from '${specifier}';`);
  writeFileSync(join(folder, file), `${lines.join('\n')}\n`);
}

/** Subpaths whose types must include the event types without other imports. */
const alone = /\/(define\/(?!launcher)\w+|react|preact|vue|svelte)$/;
const useOf = (specifier: string): string =>
  specifier.endsWith('/prompt')
    ? `document.addEventListener('heed-show', (event) => event.detail.name.trim());\n`
    : `document.addEventListener('heed-submit', (event) => event.detail.survey.trim());\n`;

/** Compiles an event listener with each of these subpaths as the only import. Returns the problems. */
export async function compileAlone(folder: string, subpaths: readonly Subpath[]): Promise<string[]> {
  const found: string[] = [];
  for (const { specifier } of subpaths.filter((subpath) => alone.test(subpath.specifier))) {
    const options = { ...compilerOptions, ...resolutions.bundler, skipLibCheck: true };
    writeFileSync(join(folder, 'alone.ts'), `import '${specifier}';\n${useOf(specifier)}`);
    writeJson(join(folder, 'tsconfig.alone.json'), { compilerOptions: options, files: ['alone.ts'] });
    const { ok, output } = await run(['tsc', '-p', 'tsconfig.alone.json'], folder);
    if (!ok) found.push(`types of ${specifier} alone:\n${output}`);
  }
  return found;
}
