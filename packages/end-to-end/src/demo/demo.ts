/** The demo as `npm start` runs it after its build, as a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const EXAMPLE = fileURLToPath(new URL('../../../../examples/html/', import.meta.url));
const START_LIMIT_MS = 30_000;

export interface Demo {
  /** As the demo prints it, with the token. */
  address: string;
  origin: string;
  token: string;
  /** Ends it in order. Resolves when nothing of it runs any more. */
  stop(): Promise<void>;
}

/** @param port 0 for any free one */
export async function startDemo(dataDir: string, port: number): Promise<Demo> {
  // A group of its own, as a terminal makes one: a signal reaches the script and the server.
  const child = spawn(process.execPath, ['--run', 'start'], {
    cwd: EXAMPLE,
    env: { ...process.env, PORT: String(port), HEED_DATA: dataDir },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await readAddress(child);
  const { origin, hash } = new URL(address);
  return { address, origin, token: hash.slice('#token='.length), stop: () => stop(child) };
}

function readAddress(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let printed = '';
  const read = (chunk: Buffer): void => {
    printed += chunk.toString();
    const address = /http:\S+#token=\S+/.exec(printed)?.[0];
    if (address) resolve(address);
  };
  const fail = (): void => reject(new Error(`The demo did not start. Is it built? It printed: ${printed}`));
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
