/** Detects whether programs are busy, from Linux process statistics. */
import { readdirSync, readFileSync } from 'node:fs';

export interface Activity {
  /** Whether a process is running or runnable. A program that waits for a slow machine counts as busy. */
  isBusy: boolean;
  /** CPU time of all processes so far, in clock ticks. */
  ticks: number;
}

/** @param leaders ids of session leaders. The processes that they started are included. */
export function readActivity(leaders: ReadonlySet<number>): Activity {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(readProcess)
    .filter((found) => found && leaders.has(found.session));
  return {
    isBusy: processes.some((found) => found?.isBusy),
    ticks: processes.reduce((sum, found) => sum + (found?.ticks ?? 0), 0),
  };
}

/** Fields of `/proc/<pid>/stat`, see proc(5). The name, in parentheses, may contain spaces. */
function readProcess(pid: string): { session: number; isBusy: boolean; ticks: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return {
      session: Number(fields[2]),
      isBusy: state === 'R' || state === 'D',
      ticks: Number(fields[10]) + Number(fields[11]),
    };
  } catch {
    // The process has ended.
    return undefined;
  }
}
