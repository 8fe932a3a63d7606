/** Runs the commands of a step as child processes and collects their output and results. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from '../workspace.ts';
import { countsVariable, readCounts, type Counts } from './counts.ts';
import type { Command, Step } from './steps.ts';

/** Time limit of a command: several times the duration of the longest command on a loaded machine. */
const limitMs = 30 * 60_000;
const running = new Set<ChildProcess>();

process.once('SIGINT', () => stopAll(130));
process.once('SIGTERM', () => stopAll(143));

/** The result of a step. */
export interface Result {
  step: Step;
  ok: boolean;
  seconds: number;
  /** The tests of the step's commands. A step without tests counts as one test. */
  counts: Counts;
  /** The output of all commands. */
  output: string;
}

/** Runs every command of a step. Continues after a failure. */
export async function runStep(step: Step): Promise<Result> {
  const started = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'heed-check-'));
  const countsFile = join(folder, 'counts');
  const ends: { ok: boolean; output: string }[] = [];
  for (const command of step.commands) ends.push(await runCommand(command, countsFile));
  const ok = ends.every((end) => end.ok);
  const counts = completeCounts(ok, readCounts(countsFile));
  rmSync(folder, { recursive: true });
  const seconds = (performance.now() - started) / 1000;
  return { step, ok, seconds, counts, output: ends.map((end) => end.output).join('\n') };
}

/** Counts a step without tests as one test, and a failed command without a failed test as one failure. */
function completeCounts(ok: boolean, { passed, failed }: Counts): Counts {
  if (ok && passed === 0) return { passed: 1, failed: 0 };
  return { passed, failed: ok ? failed : Math.max(1, failed) };
}

function runCommand({ args, cwd }: Command, countsFile: string): Promise<{ ok: boolean; output: string }> {
  const [file = '', ...rest] = args;
  const env = { ...process.env, [countsVariable]: countsFile, PATH: createPath(cwd) };
  // A separate process group, so that stopping it also ends the browsers and servers that the command started.
  const child = spawn(file, rest, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let output = `$ ${args.join(' ')}  (${cwd})\n`;
  const keep = (text: Buffer) => (output += text.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const timer = setTimeout(() => stop(child), limitMs);
  return new Promise((resolve) => {
    const end = (ok: boolean, note = '') => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ ok, output: output + note });
    };
    child.once('error', (error) => end(false, `${error}\n`));
    child.once('close', (code, signal) =>
      end(code === 0, code === 0 ? '' : `Ended with ${code ?? signal}.\n`),
    );
  });
}

/** Puts the programs of the package and of the workspace first, including the Node version of the lock file. */
function createPath(cwd: string): string {
  return [join(cwd, 'node_modules/.bin'), join(root, 'node_modules/.bin'), process.env['PATH']].join(
    delimiter,
  );
}

function stop({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}

function stopAll(exitCode: number): void {
  running.forEach(stop);
  process.exit(exitCode);
}
