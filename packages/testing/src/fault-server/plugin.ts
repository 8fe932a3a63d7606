import { startFaultServer, type FaultServer } from './server.ts';
import type { TestRunnerPlugin } from '../test-runner-plugin.ts';

/** The path where a test page reads the origin of the fault server. */
export const ORIGIN_PATH = '/fault-server.json';

/** Returns a plugin that runs a fault server during the browser tests of a package. */
export function faultServerPlugin(): TestRunnerPlugin {
  let server: FaultServer | undefined;
  return {
    name: 'fault-server',
    async serverStart() {
      server = await startFaultServer();
    },
    async serverStop() {
      await server?.close();
    },
    serve: ({ path }) =>
      path === ORIGIN_PATH ? { body: JSON.stringify({ origin: server?.origin }), type: 'json' } : undefined,
  };
}
