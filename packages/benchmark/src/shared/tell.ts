/** Tells whoever waits at the console what is being done, and how long it has taken so far. */
export function tell(what: string): void {
  process.stderr.write(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${what}\n`);
}
