import type { Server } from 'node:http';
import { openReceiver, type OpenReceiver } from '@heed/receiver/node';
import { FEEDBACK_PATH } from './app.ts';
import { listen } from './listen.ts';
import { readSettings, type Settings } from './settings.ts';

/** The sample answers come at once from one address; the receiver's own limit is for strangers. */
const POSTS_PER_MINUTE = 600;
const CLOSE_LIMIT_MS = 5_000;

/** A server that is not listening yet, with what else must be closed after it. */
export interface Site {
  server: Server;
  close?(): Promise<void>;
}

/** Opens the receiver, serves the site and prints its address; a signal ends both in order. */
export async function run(createSite: (receiver: OpenReceiver) => Promise<Site>): Promise<void> {
  try {
    const settings = readSettings(process.env);
    const receiver = await openReceiver({
      ...settings,
      basePath: FEEDBACK_PATH,
      postsPerMinute: POSTS_PER_MINUTE,
      log: warn,
      onLost: exitAtOnce,
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
  if (!isFixed && port !== wanted) print(`Port ${wanted} is taken, so this is ${port}.`);
  print(`
  Heed demo   http://localhost:${port}/#token=${token}
  Answers     ${databaseUrl ? 'in the PostgreSQL database of DATABASE_URL' : dataDir}

  The token in the address opens the team's view. Ctrl+C ends the demo.
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

/** Writing on would damage the files of the process that has the folder now. */
function exitAtOnce(): void {
  warn('Another process took the data folder over. This one ends.');
  process.exit(1);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}
