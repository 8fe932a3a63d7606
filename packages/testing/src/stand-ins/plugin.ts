import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestRunnerPlugin } from '../test-runner-plugin.ts';

/** The path where a test page reads the URL for creating stand-ins. */
export const CONTROL_PATH = '/stand-ins.json';

/**
 * Returns a plugin that runs the stand-ins during the browser tests of a package. They run in a separate process, because
 * they import the sources of the workspace, which the process of the test runner does not resolve.
 *
 * @param recipes The folder of the recipes.
 */
export function standInsPlugin(recipes: URL): TestRunnerPlugin {
  let child: ChildProcess | undefined;
  let control: unknown;
  return {
    name: 'stand-ins',
    async serverStart() {
      const program = fileURLToPath(new URL('program.ts', import.meta.url));
      child = fork(program, [fileURLToPath(recipes)], { execArgv: ['--conditions=@heed/source'] });
      const fail = (): never => {
        throw new Error('The stand-ins did not start.');
      };
      [control] = await Promise.race([once(child, 'message'), once(child, 'exit').then(fail)]);
    },
    async serverStop() {
      child?.disconnect();
    },
    serve: ({ path }) =>
      path === CONTROL_PATH ? { body: JSON.stringify(control), type: 'json' } : undefined,
  };
}
