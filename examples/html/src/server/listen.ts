import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Settings } from './settings.ts';

// The name resolves to two loopback addresses, and the browser may use either of them.
const HOST = 'localhost';
const MAX_ATTEMPTS = 20;

/**
 * Listens on the wanted port. If it is taken and not fixed, listens on the next free port.
 *
 * Returns the port. Throws if no port is free.
 */
export async function listen(server: Server, { wanted, isFixed }: Settings['port']): Promise<number> {
  const last = isFixed ? wanted : wanted + MAX_ATTEMPTS;
  for (let port = wanted; ; port++) {
    try {
      await listenOn(server, port);
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (port === last)
        throw new Error(`Port ${port} is not available (${code}). Set PORT to a different port`, {
          cause: error,
        });
    }
  }
}

async function listenOn(server: Server, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, HOST, resolve);
  await promise.finally(() => server.off('error', reject));
}
