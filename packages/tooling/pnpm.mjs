/**
 * `node packages/tooling/pnpm.mjs <arguments>`: installs the dependencies from the lock file, then runs pnpm with the
 * arguments. The version is `packageManager` in the root package.json; npx downloads it if necessary.
 *
 * JavaScript rather than TypeScript: on a fresh clone it runs in the installed Node, which may be version 20.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { packageManager } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const args = process.argv.slice(2);
const changesDependencies = /^(?:install|i|add|remove|rm|update|up)$/.test(args[0] ?? '');
// Set for the scripts that pnpm starts: installing once is enough.
const isInstalled = process.env.HEED_INSTALLED === '1';

if (!isInstalled && !changesDependencies) runPnpm(['install', '--frozen-lockfile'], root);
if (args.length > 0) runPnpm(args, process.cwd());

/** @param {string[]} args @param {string} cwd */
function runPnpm(args, cwd) {
  const { status } = spawnSync('npx', ['-y', packageManager, ...args], {
    cwd,
    env: { ...process.env, HEED_INSTALLED: '1' },
    stdio: 'inherit',
    // npx is a .cmd file there, which needs a shell.
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
