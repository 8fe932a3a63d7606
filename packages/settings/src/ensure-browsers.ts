/**
 * `node packages/settings/src/ensure-browsers.ts`: makes sure that this machine has what the tests need beside
 * `node_modules`. Installs it where that may be done (Debian or a relative of it, as root); elsewhere ends with
 * the names of what is missing and the command that installs it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findMissingTools, type Tool } from './browsers.ts';

const osRelease = '/etc/os-release';

ensureTools();

function ensureTools(): void {
  const missing = findMissingTools();
  if (missing.length > 0 && mayInstall()) install(listPackages(missing));
  const stillMissing = findMissingTools();
  if (stillMissing.length === 0) return console.log('Browsers, fonts and PostgreSQL are there.');
  console.error(describe(stillMissing));
  process.exitCode = 1;
}

function mayInstall(): boolean {
  const isDebian = existsSync(osRelease) && /^ID(_LIKE)?=.*debian/m.test(readFileSync(osRelease, 'utf8'));
  return isDebian && process.getuid?.() === 0;
}

function install(packages: string[]): void {
  console.log(`Installing ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('sh', ['-c', installCommand(packages)], { env, stdio: ['ignore', 'inherit', 'inherit'] });
}

function describe(missing: Tool[]): string {
  return `The tests need what this machine lacks:
${missing.map((tool) => `  ${describeTool(tool)}`).join('\n')}
On Debian or Ubuntu this installs it:
  sudo sh -c '${installCommand(listPackages(missing))}'`;
}

function describeTool({ label, env }: Tool): string {
  const set = env && process.env[env];
  if (set) return `${label}: ${env} is ${set}, where nothing is`;
  return env ? `${label} (or set ${env} to its path)` : label;
}

function installCommand(packages: string[]): string {
  return `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

function listPackages(missing: Tool[]): string[] {
  return [...new Set(missing.map((tool) => tool.debianPackage))];
}
