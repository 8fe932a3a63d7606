import { startFaultServer, type FaultServer } from './server.ts';

/** The path where a test page reads the origin of the fault server. */
export const ORIGIN_PATH = '/fault-server.json';

/** As much of a @web/test-runner plugin as is used here. */
interface Plugin {
  name: string;
  serverStart(): Promise<void>;
  serverStop(): Promise<void>;
  serve(context: { path: string }): { body: string; type: string } | undefined;
}

/** Returns a plugin that runs a fault server during the browser tests of a package. */
export function faultServerPlugin(): Plugin {
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
