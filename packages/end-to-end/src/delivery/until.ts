import { setTimeout as pause } from 'node:timers/promises';

const LIMIT_MS = 20_000;

/** Asks again until the answer is true. Throws when it takes longer than 20 seconds. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + LIMIT_MS; !(await isTrue()); await pause(20)) {
    if (Date.now() > end) throw new Error(`still false after ${LIMIT_MS} ms: ${isTrue}`);
  }
}
