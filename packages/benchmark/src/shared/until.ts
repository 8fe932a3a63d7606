import { setTimeout as pause } from 'node:timers/promises';

/** Repeats a check until it is true or the limit is reached. Returns the last result. */
export async function until(isTrue: () => boolean | Promise<boolean>, limitMs: number): Promise<boolean> {
  for (const end = Date.now() + limitMs; Date.now() < end; await pause(20)) {
    if (await isTrue()) return true;
  }
  return isTrue();
}
