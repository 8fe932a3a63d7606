import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until the answer is true, for so long at most. @returns the last answer */
export async function until(isTrue: () => boolean | Promise<boolean>, limitMs: number): Promise<boolean> {
  for (const end = Date.now() + limitMs; Date.now() < end; await pause(20)) {
    if (await isTrue()) return true;
  }
  return isTrue();
}
