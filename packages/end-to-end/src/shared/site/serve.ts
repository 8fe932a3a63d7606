/** An HTTP server for the pages of a test, on a free local port. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Site {
  /** For example `http://127.0.0.1:41234`. Each site has a different origin and separate storage. */
  origin: string;
  /** Stops the server and closes all connections. */
  close(): Promise<void>;
}

export async function serve(listener: RequestListener): Promise<Site> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
