import { setTimeout as pause } from 'node:timers/promises';

const LIMIT_MS = 20_000;

/** Polls a condition until it is true. Throws after 20 seconds. */
export async function waitUntil(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + LIMIT_MS; !(await isTrue()); await pause(20)) {
    if (Date.now() > end) throw new Error(`still false after ${LIMIT_MS} ms: ${isTrue}`);
  }
}
