/** The run began at this time of the environment. */
const START = Date.UTC(2026, 10, 21, 10, 15);
/** More turns at one time, or more timers in one stretch of it, mean that something spins. */
const MAX_TURNS = 20_000;
const MAX_TIMERS = 20_000;

interface Timer {
  atMs: number;
  act: () => void;
}

/** Virtual time, and between two moments of it the real turns of the event loop, in which storage and replies work. */
export class Time {
  /** Milliseconds since the run began; never jumps. */
  elapsedMs = 0;
  /** By how much the device's clock is off. */
  skewMs = 0;
  readonly #timers = new Set<Timer>();
  #busy = 0;

  /** Of the environment, and of the endpoint: milliseconds since 1970. */
  trueNow(): number {
    return START + this.elapsedMs;
  }

  /** Of the device's clock: milliseconds since 1970. */
  deviceNow(): number {
    return this.trueNow() + this.skewMs;
  }

  /** @returns cancels it */
  after(ms: number, act: () => void): () => void {
    const timer = { atMs: this.elapsedMs + ms, act };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Acts in a later turn, at the same time. */
  soon(act: () => void): void {
    const end = this.begin();
    setImmediate(() => {
      end();
      act();
    });
  }

  /** Something began that will come to its end without any time passing. @returns to be called at that end */
  begin(): () => void {
    let isOver = false;
    this.#busy++;
    return () => {
      if (!isOver) this.#busy--;
      isOver = true;
    };
  }

  async turns(count: number): Promise<void> {
    for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Until nothing goes on that needs no time. */
  async rest(): Promise<void> {
    let turns = 0;
    // One turn in which nobody was busy may lie between an end and the beginning that follows from it.
    for (let quiet = 0; quiet < 2; quiet = this.#busy > 0 ? 0 : quiet + 1) {
      if (turns++ > MAX_TURNS) throw new Error('the client never comes to rest');
      await this.turns(1);
    }
  }

  async advance(ms: number): Promise<void> {
    await this.rest();
    const endMs = this.elapsedMs + ms;
    let fired = 0;
    for (let timer; (timer = this.#takeFirst(endMs));) {
      if (fired++ > MAX_TIMERS) throw new Error(`${fired} timers in ${ms} ms at ${this.elapsedMs}`);
      this.elapsedMs = Math.max(this.elapsedMs, timer.atMs);
      timer.act();
      await this.rest();
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
