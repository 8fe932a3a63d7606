import { setTimeout as pause } from 'node:timers/promises';

const LIMIT_MS = 20_000;
const PAUSE_MS = 15;

/**
 * Waits until `findProblems` returns an empty array.
 *
 * Throws if the problems do not change for 20 seconds.
 */
export async function waitUntilEmpty(findProblems: () => Promise<string[]>): Promise<void> {
  let last = '';
  let end = 0;
  for (let problems; (problems = (await findProblems()).join('; ')); await pause(PAUSE_MS)) {
    if (problems !== last) end = Date.now() + LIMIT_MS;
    if (Date.now() > end) throw new Error(`no progress for ${LIMIT_MS} ms: ${problems}`);
    last = problems;
  }
}
