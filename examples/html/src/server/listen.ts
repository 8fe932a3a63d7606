import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Settings } from './settings.ts';

// By this name, because a browser that is given it may find a program on the other of the two loopback addresses.
const HOST = 'localhost';
const TRIES = 20;

/**
 * Listens on the wanted port, or where none was named on the next free one.
 *
 * @returns the port
 * @throws Error when none can be had
 */
export async function listen(server: Server, { wanted, isFixed }: Settings['port']): Promise<number> {
  const last = isFixed ? wanted : wanted + TRIES;
  for (let port = wanted; ; port++) {
    try {
      await listenOn(server, port);
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (port === last)
        throw new Error(`Port ${port} cannot be had (${code}). Set PORT to another one`, { cause: error });
    }
  }
}

async function listenOn(server: Server, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, HOST, resolve);
  await promise.finally(() => server.off('error', reject));
}
