/**
 * `npm run test:screen-reader`: compares Orca's speech with the transcripts. Prints `N passed, N failed`.
 *
 * `-- --write` (or `-u`) records the transcripts again. `-- -t nps` selects flows. If programs are missing and cannot
 * be installed, prints how to install them and exits without a failure.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findMissingScreenReaderTools } from '@heed/tooling/browsers';
import { countsVariable, readCounts } from '@heed/tooling/counts';
import { ensureTools } from '@heed/tooling/ensure-tools';

const WRITE = ['--write', '-u'];
const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));
const REPORTER = fileURLToPath(new URL('../../../tooling/src/check/vitest-reporter.ts', import.meta.url));

const unavailable =
  process.platform === 'linux' ? ensureTools(findMissingScreenReaderTools) : 'Orca runs on Linux only.';
if (unavailable) console.log(`The screen reader was not tested.\n${unavailable}\n0 passed, 0 failed`);
else process.exitCode = runTests(process.argv.slice(2));

function runTests(args: string[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'heed-screen-reader-counts-'));
  const counts = join(folder, 'counts');
  const isWriting = args.some((arg) => WRITE.includes(arg));
  const options = [
    '--config',
    'vitest.screen-reader.config.ts',
    '--reporter=verbose',
    `--reporter=${REPORTER}`,
  ];
  const { status } = spawnSync('vitest', ['run', ...options, ...args.filter((arg) => !WRITE.includes(arg))], {
    cwd: PACKAGE,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      [countsVariable]: counts,
      HEED_WRITE_TRANSCRIPTS: isWriting ? '1' : '0',
    },
  });
  const { passed, failed } = readCounts(counts);
  rmSync(folder, { recursive: true });
  console.log(`${passed} passed, ${failed} failed`);
  return status ?? 1;
}
