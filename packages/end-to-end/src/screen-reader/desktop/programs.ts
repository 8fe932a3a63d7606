/** Starts the programs of a desktop, each in a separate process group, and stops all of them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { join } from 'node:path';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Program {
  pid: number;
  /** Returns `false` when the program has ended. */
  isRunning(): boolean;
  /** Stops the program and all processes that it started. */
  stop(): void;
}

export interface Programs {
  /** The environment of every program. */
  env: Record<string, string>;
  /** Starts a program. Its output is written to `<file name of the command>.log` in the folder. */
  start(command: string, args: readonly string[], more?: Record<string, string>): Program;
  /** Returns the ids of the session leaders, one per program. */
  leaders(): ReadonlySet<number>;
  stop(): void;
}

/** @param env the complete environment. Only `PATH` is inherited. */
export function createPrograms(folder: string, env: Record<string, string>): Programs {
  const running = new Set<Program>();
  const stop = (): void => running.forEach((program) => program.stop());
  const stopAndExit = (): void => process.exit(1);
  process.once('exit', stop);
  for (const signal of SIGNALS) process.once(signal, stopAndExit);
  return {
    env,
    start(command, args, more = {}) {
      const log = openSync(join(folder, `${command.split('/').at(-1)}.log`), 'a');
      const child = spawn(command, args, {
        env: { PATH: process.env['PATH'], ...env, ...more },
        cwd: folder,
        detached: true,
        stdio: ['ignore', log, log],
      });
      closeSync(log);
      // Without a listener, a missing program would end this process. Callers check `isRunning()`.
      child.once('error', () => {});
      const program = toProgram(child, () => running.delete(program));
      running.add(program);
      return program;
    },
    leaders: () => new Set([...running].map(({ pid }) => pid)),
    stop() {
      process.off('exit', stop);
      for (const signal of SIGNALS) process.off(signal, stopAndExit);
      stop();
    },
  };
}

function toProgram(child: ChildProcess, onStop: () => void): Program {
  const pid = child.pid ?? 0;
  const isRunning = (): boolean => pid > 0 && child.exitCode === null && child.signalCode === null;
  return {
    pid,
    isRunning,
    stop() {
      onStop();
      if (pid > 0) killGroup(pid);
    },
  };
}

/** Kills the group even if its leader has ended, because other processes may still run. */
function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
