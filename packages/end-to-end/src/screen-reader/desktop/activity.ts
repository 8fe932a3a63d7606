/** Tells whether programs have something to do, from what Linux says of their processes. */
import { readdirSync, readFileSync } from 'node:fs';

export interface Activity {
  /** True where a process runs or wants to run. A program that waits for a slow machine is busy, not silent. */
  isBusy: boolean;
  /** CPU time of all processes so far, in clock ticks. */
  ticks: number;
}

/** @param leaders ids of the processes that lead a session; what they started counts as well */
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
    // Ended in the meantime.
    return undefined;
  }
}
