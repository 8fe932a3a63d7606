/** One configuration of @web/test-runner for every package: tests run in three engines at once. */
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, type TestRunnerConfig } from '@web/test-runner';
import { findFreePort } from '../free-port.ts';
import { countingReporter } from './counting-reporter.ts';
import { createLaunchers } from './launchers.ts';
import { mediaFeaturesPlugin, screenshotPlugin } from './plugins.ts';

/** What a package adds to the shared configuration. Every setting of @web/test-runner may be given. */
export interface PackageConfig extends TestRunnerConfig {
  /** `import.meta.url` of the package's `wtr.config.mjs`. */
  root: string;
}

const allBrowsers = process.platform === 'linux' ? 'chromium,firefox,webkit' : 'chromium,firefox';

/**
 * Configuration for `packages/<p>/wtr.config.mjs`.
 *
 * Runs `src/**\/*.test.ts` except `*.node.test.ts`, which belong to vitest. `BROWSERS=chromium` narrows the
 * browsers; `wtr --files src/nps/nps.test.ts` narrows the files.
 */
export async function wtrConfig({ root, plugins = [], ...rest }: PackageConfig): Promise<TestRunnerConfig> {
  const inPackage = (path: string) => fileURLToPath(new URL(path, root));
  return {
    // The repository's root: node_modules/.pnpm and the sources of the other packages lie above the package.
    rootDir: inPackage('../..'),
    port: await findFreePort(),
    files: [inPackage('src/**/*.test.ts'), `!${inPackage('src/**/*.node.test.ts')}`],
    nodeResolve: { exportConditions: ['@heed/source', 'development'] },
    browsers: createLaunchers((process.env['BROWSERS'] ?? allBrowsers).split(',')),
    concurrentBrowsers: 3,
    // Pages of one browser share its storage, its locks and its focus.
    concurrency: 1,
    browserStartTimeout: 60_000,
    testsStartTimeout: 60_000,
    testsFinishTimeout: 120_000,
    // Two seconds, Mocha's own limit, are too few for axe in the slowest of three browsers at once.
    testFramework: { config: { timeout: '10000' } },
    testRunnerHtml: createTestPage,
    // Its development build warns of mistakes in templates, and says at each start that it is one.
    filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
    reporters: [defaultReporter(), countingReporter()],
    ...rest,
    plugins: [
      esbuildPlugin({ ts: true, target: 'es2022', tsconfig: inPackage('tsconfig.json') }),
      mediaFeaturesPlugin(),
      screenshotPlugin(inPackage('.screenshots')),
      ...plugins,
    ],
  };
}

/** A page as a team would have it: with a language and a title, without which axe reports every test page. */
function createTestPage(testFramework: string): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Heed tests</title></head>
  <body><script type="module" src="${testFramework}"></script></body>
</html>`;
}
