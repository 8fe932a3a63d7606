/** Runs the built demo in a separate process, as `npm start` does. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const EXAMPLE = fileURLToPath(new URL('../../../../examples/html/', import.meta.url));
const START_LIMIT_MS = 30_000;

export interface Demo {
  /** The URL that the demo prints, with the token. */
  url: string;
  origin: string;
  token: string;
  /** Shuts the demo down. Resolves when all of its processes have ended. */
  stop(): Promise<void>;
}

/** @param port 0 for any free port */
export async function startDemo(dataDir: string, port: number): Promise<Demo> {
  // A process group, as in a terminal, so that a signal reaches the script and the server.
  const child = spawn(process.execPath, ['--run', 'start'], {
    cwd: EXAMPLE,
    env: { ...process.env, PORT: String(port), HEED_DATA: dataDir },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await readUrl(child);
  const { origin, hash } = new URL(url);
  return { url, origin, token: hash.slice('#token='.length), stop: () => stop(child) };
}

function readUrl(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let printed = '';
  const read = (chunk: Buffer): void => {
    printed += chunk.toString();
    const url = /http:\S+#token=\S+/.exec(printed)?.[0];
    if (url) resolve(url);
  };
  const fail = (): void =>
    reject(new Error(`The demo did not start. Run its build first. Output: ${printed}`));
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  child.once('close', fail);
  const timer = setTimeout(fail, START_LIMIT_MS);
  return promise.finally(() => clearTimeout(timer));
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.stdout?.closed) return;
  // The output closes when the last process of the group has ended.
  const closed = once(child, 'close');
  process.kill(-child.pid, 'SIGTERM');
  await closed;
}
