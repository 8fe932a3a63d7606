/** Prints the current measurement and the elapsed time. */
export function logProgress(message: string): void {
  process.stderr.write(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${message}\n`);
}
