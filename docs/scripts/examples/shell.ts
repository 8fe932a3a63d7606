/** Checks the commands of the sh examples: their scripts, package names and options must exist. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHelp } from '../blocks/receiver.ts';
import type { Finding, Report } from '../findings.ts';
import { root } from '../pages.ts';
import type { Example } from './read.ts';

const PACKAGES = ['core', 'client', 'elements', 'heed', 'receiver', 'tooling', 'testing', 'end-to-end'].map(
  readManifest,
);

interface Manifest {
  name: string;
  private?: boolean;
  scripts?: Record<string, string>;
}

export function checkShell(examples: Example[]): Report {
  const commands = examples
    .filter(({ language, marks }) => language === 'sh' && !marks.has('fragment'))
    .flatMap(listCommands);
  const findings = commands.flatMap(({ command, ...place }): Finding[] => {
    const message = findProblem(command);
    return message ? [{ ...place, message: `${message}: ${command}` }] : [];
  });
  return { checked: commands.length, findings };
}

function listCommands({ file, line, code }: Example): { file: string; line: number; command: string }[] {
  const joined = code.replaceAll('\\\n', ' ');
  const commands = joined.split('\n').map((text) => text.trim());
  return commands.filter((text) => text && !text.startsWith('#')).map((command) => ({ file, line, command }));
}

/** Returns the problem with a command, or `undefined`. Add new programs here. */
function findProblem(command: string): string | undefined {
  const words = command.split(/\s+/);
  const start = words.findIndex((word) => !/^\w+=/.test(word));
  const unknown = words
    .slice(0, start)
    .map((word) => word.split('=')[0] ?? '')
    .find((name) => !readHelp().includes(name));
  if (unknown) return `The help of heed-receiver does not contain ${unknown}`;
  const [program = '', ...rest] = words.slice(start);
  if (program === 'git' || program === 'cd') return undefined;
  if (program === 'npm') return findNpmProblem(rest);
  if (program === 'npx' && rest[0] === '@heed/receiver') return findReceiverProblem(rest.slice(1));
  return `Unknown program "${program}"`;
}

function findNpmProblem([verb = '', ...rest]: string[]): string | undefined {
  if (verb === 'install' || verb === 'i') return rest.map(findPackageProblem).find(Boolean);
  if (verb === 'run' && rest[0] === 'pnpm' && rest[1] === '--') return findPnpmProblem(rest.slice(2));
  const script = verb === 'run' ? rest[0] : verb;
  return readManifest('..').scripts?.[script ?? ''] ? undefined : `The workspace has no script "${script}"`;
}

function findPackageProblem(name: string): string | undefined {
  const isPublic = PACKAGES.some((manifest) => manifest.name === name && !manifest.private);
  return isPublic ? undefined : `"${name}" is not a published package of this workspace`;
}

function findPnpmProblem(words: string[]): string | undefined {
  const [flag, name, run, script = ''] = words;
  const manifest =
    flag === '--filter'
      ? [readManifest('../docs'), ...PACKAGES].find((each) => each.name === name)
      : readManifest('..');
  const wanted = flag === '--filter' ? script : run === undefined ? (name ?? '') : name;
  return manifest?.scripts?.[wanted ?? ''] ? undefined : `No such script`;
}

function findReceiverProblem(words: string[]): string | undefined {
  const unknown = words
    .filter((word) => word.startsWith('--'))
    .find((word) => !readHelp().includes(word.split('=')[0] ?? ''));
  return unknown && `The help of heed-receiver does not contain ${unknown}`;
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')) as Manifest;
}
