/**
 * `npm run test:one -- <element or package>`: runs its tests in Chromium, and again after each change to a file.
 *
 * - `--browsers firefox,webkit` runs other engines.
 * - `--node` runs the tests for Node, where a package has tests for browsers as well.
 * - `--once` ends after the first run. So does a run without a terminal.
 */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../workspace.ts';
import { createCommand, findTarget, type RunCommand, type Target } from './target.ts';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      browsers: { type: 'string', default: 'chromium' },
      node: { type: 'boolean', default: false },
      once: { type: 'boolean', default: false },
    },
  });
  const target = findTarget(positionals[0]);
  const { browsers, node: isNode } = values;
  // @web/test-runner refuses to watch without a terminal.
  const isOnce = values.once || !process.stdout.isTTY;
  run(target, createCommand(target, { browsers, isNode, isOnce }));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function run({ owner }: Target, { args, env }: RunCommand): void {
  const [file = '', ...rest] = args;
  const programs = [join(owner.folder, 'node_modules/.bin'), join(root, 'node_modules/.bin')];
  const PATH = [...programs, process.env['PATH']].join(delimiter);
  const child = spawn(file, rest, {
    cwd: owner.folder,
    env: { ...process.env, ...env, PATH },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  child.once('error', (error) => {
    console.error(`test:one: ${file} did not start: ${error.message}`);
    process.exitCode = 1;
  });
  child.once('close', (code) => (process.exitCode = code ?? 1));
}
