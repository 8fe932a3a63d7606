import type { Server } from 'node:http';
import { openReceiver, type OpenReceiver } from '@heed/receiver/node';
import { FEEDBACK_PATH } from './app.ts';
import { listen } from './listen.ts';
import { readSettings, type Settings } from './settings.ts';

/** The sample responses come from one address within seconds, which the receiver's default limit rejects. */
const POSTS_PER_MINUTE = 600;
const CLOSE_LIMIT_MS = 5_000;

/** A server that does not listen yet, and a function that closes its resources. */
export interface Site {
  server: Server;
  close?(): Promise<void>;
}

/** Opens the receiver, serves the site and prints its URL. A signal closes both in order. */
export async function run(createSite: (receiver: OpenReceiver) => Promise<Site>): Promise<void> {
  try {
    const settings = readSettings(process.env);
    const receiver = await openReceiver({
      ...settings,
      basePath: FEEDBACK_PATH,
      postsPerMinute: POSTS_PER_MINUTE,
      log: warn,
      onLost: exitImmediately,
    });
    const site = await createSite(receiver);
    const port = await listen(site.server, settings.port);
    announce(port, settings, receiver.token);
    closeOnSignal(site, receiver);
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

function announce(
  port: number,
  { port: { wanted, isFixed }, dataDir, databaseUrl }: Settings,
  token: string,
): void {
  if (!isFixed && port !== wanted) print(`Port ${wanted} is in use. The demo uses port ${port}.`);
  print(`
  Heed demo   http://localhost:${port}/#token=${token}
  Answers     ${databaseUrl ? 'in the PostgreSQL database of DATABASE_URL' : dataDir}

  The token in the URL opens the dashboard. Press Ctrl+C to stop the demo.
`);
}

function closeOnSignal(site: Site, receiver: OpenReceiver): void {
  const close = async (): Promise<void> => {
    await closeServer(site.server);
    await site.close?.();
    await receiver.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().catch((error: unknown) => warn(String(error))));
  }
}

async function closeServer(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(() => server.closeAllConnections(), CLOSE_LIMIT_MS);
  server.close(() => resolve());
  await promise;
  clearTimeout(timer);
}

/** Exits immediately, because more writes would damage the files of the process that now uses the folder. */
function exitImmediately(): void {
  warn('Another process has taken over the data folder. Exiting.');
  process.exit(1);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}
