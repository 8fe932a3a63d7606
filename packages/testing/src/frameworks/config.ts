/** The configuration of @web/test-runner for an example. Vite bundles the tests with the plugins of the app. */
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { wtrConfig } from '@heed/tooling/wtr';
import type { TestRunnerConfig } from '@web/test-runner';
import { build } from 'vite';
import { writePages } from './write-pages.ts';

export interface ExampleConfig {
  /** `import.meta.url` of the example's `wtr.config.mjs`. */
  root: string;
  /** Path of a module whose `renderPages()` returns server-rendered HTML by name. Defaults to no pages. */
  pages?: string;
}

/** Returns a configuration that runs `test/*.test.{ts,tsx}` of an example. */
export async function exampleConfig({ root, pages }: ExampleConfig): Promise<TestRunnerConfig> {
  const folder = fileURLToPath(new URL('.', root));
  await bundleTests(folder);
  if (pages) await writePages(folder, pages);
  return wtrConfig({ root, files: [`${folder}dist/test/*.test.js`] });
}

async function bundleTests(folder: string): Promise<void> {
  const files = globSync('test/*.test.{ts,tsx}', { cwd: folder });
  await build({
    root: folder,
    logLevel: 'warn',
    publicDir: false,
    resolve: { conditions: ['@heed/source', 'browser', 'development'] },
    build: {
      outDir: 'dist/test',
      minify: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        // React components for a server start with "use client", which has no effect here.
        onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
        input: Object.fromEntries(
          files.map((file) => [file.replace(/^test.|\.tsx?$/g, ''), `${folder}${file}`]),
        ),
        output: { entryFileNames: '[name].js' },
        preserveEntrySignatures: 'strict',
        // Provided by the server of the test runner.
        external: /^\/__web-dev-server/,
      },
    },
  });
}
