import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Where a test page reads the address that it opens stand-ins at. */
export const CONTROL_PATH = '/stand-ins.json';

/** As much of a @web/test-runner plugin as is used here. */
interface Plugin {
  name: string;
  serverStart(): Promise<void>;
  serverStop(): Promise<void>;
  serve(context: { path: string }): { body: string; type: string } | undefined;
}

/**
 * Runs the stand-ins beside the browser tests of a package, in a process of their own: they are made of the sources
 * of the workspace, which the test runner's own process does not resolve.
 *
 * @param recipes the folder of the recipes
 */
export function standInsPlugin(recipes: URL): Plugin {
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
