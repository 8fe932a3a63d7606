/** Compiles an application with several versions of TypeScript and `moduleResolution`, without `skipLibCheck`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeJson } from './project.ts';
import { run } from './process.ts';

/** Package names of the compilers: TypeScript 5.9, 6 and 7. */
const compilers = ['typescript-5.9', 'typescript-6', 'typescript'];

const resolutions = {
  bundler: { module: 'ESNext', moduleResolution: 'Bundler' },
  node16: { module: 'Node16', moduleResolution: 'Node16' },
  nodenext: { module: 'NodeNext', moduleResolution: 'NodeNext' },
};

/** Throws if there are errors in the application or in Heed. Ignores errors in the types of other packages. */
export async function checkTypes(folder: string): Promise<void> {
  const settings = compilers.flatMap((compiler) =>
    Object.entries(resolutions).map(([resolution, options]) => ({ compiler, resolution, options })),
  );
  const where = new Map<string, string[]>();
  for (const { compiler, resolution, options } of settings) {
    const config = `tsconfig.${compiler}.${resolution}.json`;
    const compilerOptions = { ...options, noEmit: true, skipLibCheck: false };
    writeJson(join(folder, config), { extends: './tsconfig.json', compilerOptions });
    for (const error of listErrors(await compile(compiler, config, folder)))
      where.set(error, [...(where.get(error) ?? []), `${compiler} with ${resolution}`]);
  }
  const errors = [...where].map(([error, found]) => `${error} (${found.join(', ')})`);
  if (errors.length > 0) throw new Error(errors.join('\n'));
}

async function compile(compiler: string, config: string, folder: string): Promise<string> {
  const tsc = fileURLToPath(new URL(`../../node_modules/${compiler}/bin/tsc`, import.meta.url));
  return (await tryToRun([process.execPath, tsc, '--project', config, '--pretty', 'false'], folder)).output;
}

/** Runs the compiler of a host, whose project sets `skipLibCheck: false` if possible. */
export async function checkTypesWith(command: readonly string[], folder: string): Promise<void> {
  const { ok, output } = await tryToRun(command, folder);
  if (ok) return;
  const errors = listErrors(output);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  if (!/error TS\d+/.test(output)) throw new Error(output);
}

/** Matches errors in the types of other packages, or in a generated folder such as `.nuxt`. */
const foreign = /^(\.\/)?\.\w|^(?!.*node_modules\/(heed|@heed)\/).*node_modules\//;

/** Returns the errors in the application and in Heed from the output of a compiler. */
export function listErrors(output: string): string[] {
  return output.split('\n').filter((line) => /error TS\d+/.test(line) && !foreign.test(line));
}

async function tryToRun(
  command: readonly string[],
  folder: string,
): Promise<{ ok: boolean; output: string }> {
  return run(command, folder).then(
    (output) => ({ ok: true, output }),
    (error: Error) => ({ ok: false, output: error.message }),
  );
}
