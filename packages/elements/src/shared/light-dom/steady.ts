/** So often in one task something is put right at once. */
const AT_ONCE = 9;
const MOST_REST_MS = 1000;

/**
 * For what answers a change of the page: a page that takes each answer back would keep both busy for ever. Past a few
 * calls in a row it rests, for longer each time.
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
