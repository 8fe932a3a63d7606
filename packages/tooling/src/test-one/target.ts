/** Finds the tests of an element or a package by name, and the command that runs them. */
import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listPackages, type Package } from '../workspace.ts';

/** Tests that one command can run. */
export interface Target {
  /** An element without its prefix, such as `nps`, or a package without its scope, such as `core`. */
  name: string;
  /** The package that contains the tests. */
  owner: Package;
  /** The element's folder, relative to the package; `undefined` for a whole package. */
  folder?: string;
}

/** How to run a target. */
export interface RunOptions {
  /** Engines, separated by commas. Defaults to `chromium`. */
  browsers: string;
  /** Runs the tests for Node instead of those for browsers, where a target has both. */
  isNode: boolean;
  /** Runs the tests once, without watching. */
  isOnce: boolean;
}

/** A command line with its environment. */
export interface RunCommand {
  args: string[];
  env: Record<string, string>;
}

const components = 'src/components';

/** Returns every element and every package with tests. An element comes before a package with the same name. */
export function listTargets(): Target[] {
  const tested = listPackages().filter(({ manifest }) => manifest.scripts?.['test']);
  const elements = tested.flatMap((owner) =>
    globSync(`${components}/*/`, { cwd: owner.folder })
      .toSorted()
      .map((folder) => ({
        name: basename(folder),
        owner,
        folder: folder.replaceAll('\\', '/').replace(/\/$/, ''),
      })),
  );
  return [...elements, ...tested.map((owner) => ({ name: basename(owner.folder), owner }))];
}

/** Returns the target for `nps`, `heed-nps`, `core` or `@heed/core`. Throws with the known names otherwise. */
export function findTarget(name: string | undefined): Target {
  const targets = listTargets();
  const found = targets.find(({ name: known, owner, folder }) =>
    [known, folder ? `heed-${known}` : owner.manifest.name].includes(name ?? ''),
  );
  if (found) return found;
  const names = (isElement: boolean) =>
    targets.filter(({ folder }) => (folder !== undefined) === isElement).map((target) => target.name);
  const problem =
    name === undefined ? 'a name is missing' : `"${name}" is not an element or a package with tests`;
  throw new Error(
    `test:one: ${problem}.\nElements: ${names(true).join(', ')}\nPackages: ${names(false).join(', ')}\nExample: npm run test:one -- nps`,
  );
}

/** Returns the command of the test runner: @web/test-runner for browsers, vitest for Node. */
export function createCommand(target: Target, { browsers, isNode, isOnce }: RunOptions): RunCommand {
  const hasBrowserTests = existsSync(join(target.owner.folder, 'wtr.config.mjs'));
  if (isNode || !hasBrowserTests) {
    const filter = target.folder ? [`${target.folder}/`] : [];
    return { args: ['vitest', isOnce ? 'run' : 'watch', ...filter], env: {} };
  }
  const files = target.folder
    ? ['--files', `${target.folder}/**/*.test.ts`, `!${target.folder}/**/*.node.test.ts`]
    : [];
  const watch = isOnce ? [] : ['--watch'];
  return { args: ['wtr', '--config', 'wtr.config.mjs', ...files, ...watch], env: { BROWSERS: browsers } };
}
