import type { Attempt } from '../api/events.ts';
import type { Clock } from '../api/options.ts';
import { DAY_MS, longestWaitMs } from './back-off.ts';

/** Decides when to send. */
export interface Pacing {
  /** Returns the number of attempts in all tabs. */
  attempts(): number;
  /** Returns the number of failed attempts since the last one that succeeded. */
  failures(): number;
  /** Returns 0 if the time is past, or more than a day ahead: then it was written while the clock was wrong. */
  msUntil(time?: number): number;
  /** Returns the rest of the pause that the endpoint asked for. */
  pauseMs(): number;
  /** Records a pause, unless a longer one is known. Returns when the pause ends, in milliseconds since 1970. */
  recordPause(pause: Partial<Pick<Attempt, 'due' | 'isPause'>>): number;
  /** Records an event in any tab. If it is an attempt that failed, sets the timer. */
  record(event: Partial<Attempt>): void;
  /** Replaces the timer. While the client is stopped, only removes it. */
  wakeIn(ms: number): void;
}

/**
 * The timer, the back-off and the pauses that the endpoint asks for. Every tab paces itself by the attempts of all tabs,
 * so another one takes over when the sending tab is closed.
 *
 * @param isStopped while true, no timer is set
 * @param wake called when the timer ends
 */
export function createPacing(clock: Clock, isStopped: () => boolean, wake: () => void): Pacing {
  let alarm: Pick<AbortSignal, 'onabort'> = { onabort: null };
  let attempts = 0;
  let failures = 0;
  let pausedUntil = 0;

  function msUntil(time = 0): number {
    const ms = time - clock.now();
    return ms > 0 && ms <= DAY_MS ? ms : 0;
  }
  function recordPause({ due = 0, isPause }: Partial<Attempt>): number {
    if (isPause && msUntil(due) > msUntil(pausedUntil)) pausedUntil = due;
    return pausedUntil;
  }
  function wakeIn(ms: number): void {
    alarm.onabort = null;
    if (isStopped()) return;
    alarm = clock.timeout(ms);
    alarm.onabort = wake;
  }

  return {
    attempts: () => attempts,
    failures: () => failures,
    msUntil,
    pauseMs: () => msUntil(pausedUntil),
    recordPause,
    record(event) {
      const { due, reply } = event;
      if (reply === undefined) return;
      attempts++;
      recordPause(event);
      // A record that failed often, or is held, waits longer than the others.
      if (due) wakeIn(msUntil(pausedUntil) || Math.min(msUntil(due), longestWaitMs(failures)));
      failures = due ? failures + 1 : 0;
    },
    wakeIn,
  };
}
