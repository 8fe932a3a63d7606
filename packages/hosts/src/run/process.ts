/** Runs the programs of an application, and ends all of them with this process. */
import { spawn, type ChildProcess } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

/** Ends a program that hangs: several times what the longest one takes on a loaded machine. */
const limitMs = 15 * 60_000;
const running = new Set<ChildProcess>();

process.once('exit', stopAll);
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

/** No telemetry, no colours, no questions. */
const quiet = {
  ASTRO_TELEMETRY_DISABLED: '1',
  CI: '1',
  DO_NOT_TRACK: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
  NO_COLOR: '1',
  NUXT_TELEMETRY_DISABLED: '1',
};

export interface Program {
  /** Everything that it has printed so far. */
  output(): string;
  /** Resolves with its exit code once it has ended, null after a signal. */
  ended: Promise<number | null>;
  /** Ends it and the programs that it started. */
  stop(): void;
}

/** Starts a program of the application in `folder`. */
export function start(command: readonly string[], folder: string, env: NodeJS.ProcessEnv = {}): Program {
  const [file = '', ...args] = command;
  // A group of its own, so that the servers and workers which it starts end with it.
  const options = { cwd: folder, env: { ...createEnv(folder), ...env }, detached: true } as const;
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let output = `$ ${command.join(' ')}\n`;
  const keep = (text: Buffer) => (output += text.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      output += String(error);
      resolve(null);
    });
    child.once('close', resolve);
  });
  void ended.then(() => stop(child));
  return { output: () => output, ended, stop: () => stop(child) };
}

/** Runs a program to its end. Throws what it printed if it failed. */
export async function run(command: readonly string[], folder: string): Promise<string> {
  const program = start(command, folder);
  const timer = setTimeout(program.stop, limitMs);
  const code = await program.ended;
  clearTimeout(timer);
  if (code !== 0) throw new Error(`${program.output()}\nEnded with ${code ?? 'a signal'}.`);
  return program.output();
}

/** The programs of the application first, then the Node that runs this. */
function createEnv(folder: string): NodeJS.ProcessEnv {
  const path = [join(folder, 'node_modules/.bin'), dirname(process.execPath), process.env['PATH']];
  const { NODE_ENV: _, ...env } = process.env;
  return { ...env, ...quiet, PATH: path.join(delimiter) };
}

function stop(child: ChildProcess): void {
  running.delete(child);
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The whole group has ended.
  }
}

function stopAll(): void {
  running.forEach(stop);
}
