/** The configuration of @web/test-runner for every package. Tests run in three engines in parallel. */
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, type TestRunnerConfig } from '@web/test-runner';
import { findFreePort } from '../free-port.ts';
import { countingReporter } from './counting-reporter.ts';
import { createLaunchers } from './launchers.ts';
import { mediaFeaturesPlugin, screenshotPlugin } from './plugins.ts';

/** The options of a package: its root, and any option of @web/test-runner. */
export interface PackageConfig extends TestRunnerConfig {
  /** `import.meta.url` of the package's `wtr.config.mjs`. */
  root: string;
}

const allBrowsers = process.platform === 'linux' ? 'chromium,firefox,webkit' : 'chromium,firefox';

/**
 * Returns the configuration for `packages/<name>/wtr.config.mjs`.
 *
 * Runs `src/**\/*.test.ts` except `*.node.test.ts`, which vitest runs. Set `BROWSERS=chromium` to run one browser, and
 * `wtr --files src/components/nps/nps.test.ts` to run one file.
 */
export async function wtrConfig({ root, plugins = [], ...rest }: PackageConfig): Promise<TestRunnerConfig> {
  const inPackage = (path: string) => fileURLToPath(new URL(path, root));
  return {
    // The repository's root, because node_modules/.pnpm and the sources of other packages are outside the package.
    rootDir: inPackage('../..'),
    port: await findFreePort(),
    files: [inPackage('src/**/*.test.ts'), `!${inPackage('src/**/*.node.test.ts')}`],
    nodeResolve: { exportConditions: ['@heed/source', 'development'] },
    browsers: createLaunchers((process.env['BROWSERS'] ?? allBrowsers).split(',')),
    concurrentBrowsers: 3,
    // Pages of one browser share storage, locks and focus.
    concurrency: 1,
    browserStartTimeout: 60_000,
    testsStartTimeout: 60_000,
    testsFinishTimeout: 120_000,
    // Mocha's default of two seconds is too short for axe in the slowest of three parallel browsers.
    testFramework: { config: { timeout: '10000' } },
    testRunnerHtml: createTestPage,
    // Lit's development build warns about invalid templates. It also prints this message at each start.
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

/** Returns the HTML of a test page. Without a language and a title, axe reports a violation on every page. */
function createTestPage(testFramework: string): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Heed tests</title></head>
  <body><script type="module" src="${testFramework}"></script></body>
</html>`;
}
