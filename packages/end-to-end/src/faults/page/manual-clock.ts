import type { Clock } from '@heed/client';

/**
 * A clock that changes only when a test advances it. No test waits for a back-off or depends on the machine's speed.
 */
export class ManualClock implements Clock {
  #now: number;
  #timers: { leftMs: number; controller: AbortController }[] = [];

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  timeout(ms: number): AbortSignal {
    const controller = new AbortController();
    this.#timers.push({ leftMs: ms, controller });
    return controller.signal;
  }

  /** Returns the time until the next timer, or `null` without timers. */
  get nextTimerMs(): number | null {
    return this.#timers.length > 0 ? Math.min(...this.#timers.map(({ leftMs }) => leftMs)) : null;
  }

  /** Advances the time and runs the timers that are due. */
  advance(ms: number): void {
    this.#now += ms;
    for (const timer of this.#timers) timer.leftMs -= ms;
    const due = this.#timers.filter(({ leftMs }) => leftMs <= 0);
    this.#timers = this.#timers.filter(({ leftMs }) => leftMs > 0);
    for (const { controller } of due) controller.abort(new DOMException('', 'TimeoutError'));
  }

  /** Moves the result of `now()` without running timers. */
  shift(ms: number): void {
    this.#now += ms;
  }
}
