import { startFaultServer, type FaultServer } from './server.ts';

/** Where a test page reads the fault server's origin. */
export const ORIGIN_PATH = '/fault-server.json';

/** As much of a @web/test-runner plugin as is used here. */
interface Plugin {
  name: string;
  serverStart(): Promise<void>;
  serverStop(): Promise<void>;
  serve(context: { path: string }): { body: string; type: string } | undefined;
}

/** Runs a fault server beside the browser tests of a package. */
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
