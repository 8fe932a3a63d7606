/** Calls in a row that run immediately. */
const AT_ONCE = 9;
const MOST_REST_MS = 1000;

/**
 * Throttles a reaction to changes of the page. A page that undoes each reaction would cause an endless loop: after a
 * few calls in a row, the reaction pauses, longer each time.
 */
export function steady(act: () => void): () => void {
  let left = AT_ONCE;
  let restMs = 0;
  const run = (): void => {
    if (left === AT_ONCE) setTimeout(goOn, restMs);
    if (left-- > 0) act();
  };
  const goOn = (): void => {
    const isDue = left < 0;
    left = AT_ONCE;
    restMs = isDue ? Math.min(MOST_REST_MS, restMs * 2 + 4) : 0;
    if (isDue) run();
  };
  return run;
}
