/** Runs steps as child processes, keeps what they print, and says how each ended. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from '../workspace.ts';
import { countsVariable, readCounts, type Counts } from './counts.ts';
import type { Command, Step } from './steps.ts';

/** Ends a command that hangs: several times what the longest one takes on a loaded machine. */
const limitMs = 30 * 60_000;
const running = new Set<ChildProcess>();

process.once('SIGINT', () => stopAll(130));
process.once('SIGTERM', () => stopAll(143));

/** How a step ended. */
export interface Result {
  step: Step;
  ok: boolean;
  seconds: number;
  /** Tests, where the step's commands count them; else the step itself as one. */
  counts: Counts;
  /** All that the commands printed. */
  output: string;
}

/** Runs every command of a step, the later ones also after a failure. */
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

/** A step that counts no test is one itself, and one that broke without a failed test has failed once. */
function completeCounts(ok: boolean, { passed, failed }: Counts): Counts {
  if (ok && passed === 0) return { passed: 1, failed: 0 };
  return { passed, failed: ok ? failed : Math.max(1, failed) };
}

function runCommand({ args, cwd }: Command, countsFile: string): Promise<{ ok: boolean; output: string }> {
  const [file = '', ...rest] = args;
  const env = { ...process.env, [countsVariable]: countsFile, PATH: createPath(cwd) };
  // A group of its own, so that stopping also ends the browsers and servers that the command started.
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

/** The programs of the package, then those of the workspace: among them the Node of the lock file. */
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
