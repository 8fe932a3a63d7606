/** The steps of `npm test`, in order. One line is one step. */
import { spawnSync } from 'node:child_process';
import { listPackages, pnpmCommand, root, type Package } from '../workspace.ts';

/** A command and the folder that it runs in. */
export interface Command {
  args: string[];
  cwd: string;
}

/** A named group of commands that pass or fail together. */
export interface Step {
  name: string;
  /** Stages run one after the other. The steps of one stage run in parallel. */
  stage: number;
  commands: Command[];
}

const packages = listPackages();
const reporter = `${root}/packages/tooling/src/check/vitest-reporter.ts`;
const vitest = ['vitest', 'run', '--reporter=default', `--reporter=${reporter}`];
const hostPages = 'src/host-pages';
const wtr = ['wtr', '--config', 'wtr.config.mjs'];

/** A step that other steps depend on has an earlier stage. */
export const steps: Step[] = [
  { name: 'machine', stage: 0, commands: [tooling('ensure-browsers.ts')] },
  // Before the build, which deletes files that the linter resolves imports to.
  { name: 'lint', stage: 0, commands: [runScript('lint')] },
  { name: 'changesets', stage: 0, commands: [changesetStatus()] },
  { name: 'build', stage: 1, commands: [runScript('build')] },
  { name: 'typecheck', stage: 2, commands: [atRoot(...pnpmCommand('-r', '--no-bail', 'run', 'typecheck'))] },
  { name: 'docs', stage: 2, commands: inPackages(withScript('check'), pnpmCommand('run', 'check')) },
  { name: 'unit', stage: 3, commands: inPackages(tested('vitest'), vitest) },
  { name: 'browsers', stage: 4, commands: inPackages(tested('wtr'), wtr) },
  { name: 'end to end', stage: 5, commands: endToEnd('--exclude', `${hostPages}/**`) },
  { name: 'hostile pages', stage: 6, commands: endToEnd(hostPages, '--fileParallelism') },
  { name: 'size', stage: 7, commands: [tooling('size/size.ts')] },
  { name: 'pack', stage: 7, commands: [tooling('pack/pack.ts')] },
  // The other hosts take minutes. Run `npm run test:hosts` before a release.
  { name: 'hosts', stage: 8, commands: [hosts('vite-react,vitest-jsdom')] },
];

function atRoot(...args: string[]): Command {
  return { args, cwd: root };
}

function runScript(name: string): Command {
  return atRoot(...pnpmCommand('run', name));
}

function tooling(file: string): Command {
  return atRoot('node', `packages/tooling/src/${file}`);
}

function hosts(names: string): Command {
  return atRoot('node', 'packages/hosts/src/main.ts', '--only', names);
}

/** Compares with `main`, unless the branch is missing because a build server has checked out a single commit. */
function changesetStatus(): Command {
  const hasMain = spawnSync('git', ['rev-parse', '--verify', '--quiet', 'main'], { cwd: root }).status === 0;
  return atRoot('changeset', 'status', ...(hasMain ? [] : ['--since=HEAD']));
}

function inPackages(members: Package[], args: string[]): Command[] {
  return members.map(({ folder }) => ({ args, cwd: folder }));
}

function endToEnd(...options: string[]): Command[] {
  const members = packages.filter(({ manifest }) => manifest.name === '@heed/end-to-end');
  return inPackages(members, [...vitest, ...options]);
}

function withScript(name: string): Package[] {
  return packages.filter(({ manifest }) => manifest.scripts?.[name]);
}

/** Returns the packages whose `test` script calls a runner, without the end-to-end tests, which have their own step. */
function tested(runner: string): Package[] {
  return withScript('test').filter(
    ({ manifest }) => manifest.name !== '@heed/end-to-end' && manifest.scripts?.['test']?.includes(runner),
  );
}
