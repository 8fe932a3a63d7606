/** The time at which each run starts. */
const START = Date.UTC(2026, 10, 21, 10, 15);
/** More turns without time passing, or more timers in one `advance()`, indicate an endless loop. */
const MAX_TURNS = 20_000;
const MAX_TIMERS = 20_000;

interface Timer {
  atMs: number;
  callback: () => void;
}

/** Virtual time. While it does not advance, real turns of the event loop run storage operations and replies. */
export class Time {
  /** Milliseconds since the start of the run. Clock jumps do not affect it. */
  elapsedMs = 0;
  /** The error of the device's clock, in milliseconds. */
  skewMs = 0;
  readonly #timers = new Set<Timer>();
  #busy = 0;

  /** Returns the correct time, which the endpoint uses, in milliseconds since 1970. */
  trueNow(): number {
    return START + this.elapsedMs;
  }

  /** Returns the time of the device's clock, in milliseconds since 1970. */
  deviceNow(): number {
    return this.trueNow() + this.skewMs;
  }

  /** Calls back after a time. @returns a function that cancels the timer */
  setTimer(ms: number, callback: () => void): () => void {
    const timer = { atMs: this.elapsedMs + ms, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Calls back in a later turn, without time passing. */
  runInNextTurn(callback: () => void): void {
    const end = this.beginWork();
    setImmediate(() => {
      end();
      callback();
    });
  }

  /** Records the start of work that ends without time passing. @returns a function to call at its end */
  beginWork(): () => void {
    let isOver = false;
    this.#busy++;
    return () => {
      if (!isOver) this.#busy--;
      isOver = true;
    };
  }

  /** Waits for this many turns of the event loop. */
  async waitForTurns(count: number): Promise<void> {
    for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Waits until no work is in progress that ends without time passing. */
  async waitUntilIdle(): Promise<void> {
    let turns = 0;
    // There may be one quiet turn between the end of some work and the start of the work that follows.
    for (let quiet = 0; quiet < 2; quiet = this.#busy > 0 ? 0 : quiet + 1) {
      if (turns++ > MAX_TURNS) throw new Error('the client never becomes idle');
      await this.waitForTurns(1);
    }
  }

  /** Advances the time and runs the timers that are due. */
  async advance(ms: number): Promise<void> {
    await this.waitUntilIdle();
    const endMs = this.elapsedMs + ms;
    let fired = 0;
    for (let timer; (timer = this.#takeFirst(endMs));) {
      if (fired++ > MAX_TIMERS) throw new Error(`${fired} timers in ${ms} ms at ${this.elapsedMs}`);
      this.elapsedMs = Math.max(this.elapsedMs, timer.atMs);
      timer.callback();
      await this.waitUntilIdle();
    }
    this.elapsedMs = endMs;
  }

  #takeFirst(endMs: number): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers) if (timer.atMs < (first?.atMs ?? endMs + 1)) first = timer;
    if (first) this.#timers.delete(first);
    return first;
  }
}
