/** How test runners tell the check how many tests passed: one JSON line each in a file that it names. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** Environment variable with the file's path; unset when a runner is called by hand. */
export const countsVariable = 'HEED_TEST_COUNTS';

/** Numbers of tests. Skipped ones are in neither. */
export interface Counts {
  passed: number;
  failed: number;
}

/** Adds the result of one run to the file, where there is one. */
export function reportCounts(counts: Counts): void {
  const file = process.env[countsVariable];
  if (file) appendFileSync(file, `${JSON.stringify(counts)}\n`);
}

/** Sums what the runs have reported so far. */
export function readCounts(file: string): Counts {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  return sumCounts(lines.map((line) => JSON.parse(line) as Counts));
}

export function sumCounts(list: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => list.reduce((total, counts) => total + counts[key], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}
