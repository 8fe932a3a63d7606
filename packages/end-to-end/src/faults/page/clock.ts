import type { Clock } from '@heed/client';

/** A clock that stands still until it is told: no test waits for a back-off, and none depends on how fast it runs. */
export class StillClock implements Clock {
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

  /** How long until the next timer; null without one. */
  get nextMs(): number | null {
    return this.#timers.length > 0 ? Math.min(...this.#timers.map(({ leftMs }) => leftMs)) : null;
  }

  pass(ms: number): void {
    this.#now += ms;
    for (const timer of this.#timers) timer.leftMs -= ms;
    const due = this.#timers.filter(({ leftMs }) => leftMs <= 0);
    this.#timers = this.#timers.filter(({ leftMs }) => leftMs > 0);
    for (const { controller } of due) controller.abort(new DOMException('', 'TimeoutError'));
  }

  /** Sets what `now()` says; no timer notices. */
  jump(ms: number): void {
    this.#now += ms;
  }
}
