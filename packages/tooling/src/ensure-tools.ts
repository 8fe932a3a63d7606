/** Installs the programs that the tests need where this is allowed, and describes missing programs elsewhere. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Tool } from './browsers.ts';

const osRelease = '/etc/os-release';

/**
 * Installs missing tools on Debian and its derivatives, as root.
 * Returns a message with the tools that are still missing and the command that installs them, or `undefined`.
 */
export function ensureTools(findMissing: () => Tool[]): string | undefined {
  const missing = findMissing();
  if (missing.length > 0 && mayInstall()) install(listPackages(missing));
  const stillMissing = findMissing();
  return stillMissing.length > 0 ? describe(stillMissing) : undefined;
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
  return `The tests need programs that are missing on this machine:
${missing.map((tool) => `  ${describeTool(tool)}`).join('\n')}
To install them on Debian or Ubuntu, run:
  sudo sh -c '${installCommand(listPackages(missing))}'`;
}

function describeTool({ label, env }: Tool): string {
  const set = env && process.env[env];
  if (set) return `${label} (${env} is ${set}, which does not exist)`;
  return env ? `${label} (or set ${env} to its path)` : label;
}

function installCommand(packages: string[]): string {
  return `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

function listPackages(missing: Tool[]): string[] {
  return [...new Set(missing.map((tool) => tool.debianPackage))];
}
