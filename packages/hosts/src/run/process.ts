/** Runs the programs of an application. All of them end with this process. */
import { spawn, type ChildProcess } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

/** Time limit of a program: several times the duration of the longest program on a loaded machine. */
const limitMs = 15 * 60_000;
const running = new Set<ChildProcess>();

process.once('exit', stopAll);
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

/** Disables telemetry, colours and prompts. */
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
  /** Returns the output so far. */
  output(): string;
  /** Resolves to the exit code, or to `null` after a signal. */
  ended: Promise<number | null>;
  /** Kills the program and its child processes. */
  stop(): void;
}

/** Starts a program of the application in `folder`. */
export function start(command: readonly string[], folder: string, env: NodeJS.ProcessEnv = {}): Program {
  const [file = '', ...args] = command;
  // A separate process group, so that servers and workers end with the program.
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

/** Runs a program and returns its output. Throws with the output if the program fails. */
export async function run(command: readonly string[], folder: string): Promise<string> {
  const program = start(command, folder);
  const timer = setTimeout(program.stop, limitMs);
  const code = await program.ended;
  clearTimeout(timer);
  if (code !== 0) throw new Error(`${program.output()}\nExited with ${code ?? 'a signal'}.`);
  return program.output();
}

/** Puts the programs of the application first, then the current Node. */
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
    // The process group has already ended.
  }
}

function stopAll(): void {
  running.forEach(stop);
}
