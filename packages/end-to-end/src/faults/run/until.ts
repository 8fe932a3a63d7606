import { setTimeout as pause } from 'node:timers/promises';

const LIMIT_MS = 20_000;
const PAUSE_MS = 15;

/**
 * Asks again until there is nothing wrong any more.
 *
 * @param findWrong gives what is still wrong
 * @throws Error when nothing about that changes for 20 seconds
 */
export async function untilNothing(findWrong: () => Promise<string[]>): Promise<void> {
  let last = '';
  let end = 0;
  for (let wrong; (wrong = (await findWrong()).join('; ')); await pause(PAUSE_MS)) {
    if (wrong !== last) end = Date.now() + LIMIT_MS;
    if (Date.now() > end) throw new Error(`still after ${LIMIT_MS} ms: ${wrong}`);
    last = wrong;
  }
}
