import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const PACKAGE = fileURLToPath(new URL('..', import.meta.url));
const TSC = fileURLToPath(new URL('../../../node_modules/.bin/tsc', import.meta.url));

test('compiles without the DOM library and without the types of Node', () => {
  const options = ['-p', 'tsconfig.build.json', '--noEmit', '--listFiles'];
  const files = execFileSync(TSC, options, { cwd: PACKAGE, encoding: 'utf8' });
  expect(files).toContain('core/src/index.ts');
  expect(files).not.toMatch(/lib\.(dom|webworker|scripthost)|@types\//);
});

test('is removed from a bundle that does not use it', async () => {
  expect((await bundle("import { createId } from './src/index.ts'")).trim()).toBe('');
});

test('adds the texts of a battery to a bundle only if the battery is used', async () => {
  const EXPECTATION = 'An excellent service';
  const PERCEPTION = 'This service';
  const main = await bundle("export * from './src/index.ts'");
  expect(main).not.toContain(EXPECTATION);
  expect(main).not.toContain(PERCEPTION);
  expect((await bundle("import { SERVQUAL } from './src/batteries/index.ts'")).trim()).toBe('');
  const servperf = await bundle("import { SERVPERF } from './src/batteries/index.ts'; console.log(SERVPERF)");
  expect(servperf).toContain(PERCEPTION);
  expect(servperf).not.toContain(EXPECTATION);
});

test('adds the texts of a template to a bundle only if the template is used', async () => {
  const use = (name: string): string =>
    `import { ${name} } from './src/templates/index.ts'; console.log(${name})`;
  expect((await bundle("import { CANCELLATION } from './src/templates/index.ts'")).trim()).toBe('');
  const cancellation = await bundle(use('CANCELLATION'));
  expect(cancellation).toContain('Why are you leaving?');
  expect(cancellation).not.toContain('What is still open?');
  const perceptions = await bundle(use('SERVICE_PERCEPTIONS'));
  expect(perceptions).toContain('This service');
  expect(perceptions).not.toContain('An excellent service');
});

test('runs without any platform API', async () => {
  const code = await bundle("export * from './src/index.ts'");
  const bare = createContext(Object.create(null));
  const run = (call: string): unknown => runInContext(`${code};${call}`, bare);
  expect(run('core.npsScore({ 9: 3, 0: 1 }).score')).toBe(50);
  expect(run('core.validateRecord(JSON.parse("{}")).length')).toBe(5);
  expect(
    run('core.referenceOf(core.createRecord({ survey: "s", answers: [] }, 0, new Uint8Array(10)).id)'),
  ).toBe('HD-111-111-111');
});

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: PACKAGE, loader: 'ts' },
    bundle: true,
    write: false,
    logLevel: 'error',
    minify: true,
    format: contents.startsWith('export') ? 'iife' : 'esm',
    globalName: 'core',
  });
  return outputFiles[0]?.text ?? '';
}
