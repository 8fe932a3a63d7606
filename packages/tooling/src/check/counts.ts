/** Passes the numbers of tests from test runners to the check, as one JSON line per run in a file. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** The environment variable with the path of the file. Not set when a runner is started by hand. */
export const countsVariable = 'HEED_TEST_COUNTS';

/** Numbers of tests. Skipped tests are not counted. */
export interface Counts {
  passed: number;
  failed: number;
}

/** Adds the result of a run to the file, if the environment variable is set. */
export function reportCounts(counts: Counts): void {
  const file = process.env[countsVariable];
  if (file) appendFileSync(file, `${JSON.stringify(counts)}\n`);
}

/** Returns the sum of the counts in the file. */
export function readCounts(file: string): Counts {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  return sumCounts(lines.map((line) => JSON.parse(line) as Counts));
}

export function sumCounts(list: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => list.reduce((total, counts) => total + counts[key], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}
