import type { Attempt, ClientEvent } from '../api/events.ts';
import type { Settings } from '../api/options.ts';
import { PAUSE_KEY, type QueueEntry } from '../queue/queue-entry.ts';
import type { Queue } from '../queue/queue.ts';
import { DAY_MS, HOUR_MS, longestWaitMs } from './back-off.ts';
import { classify } from './classify.ts';
import { withLock } from './lock.ts';
import { postOnce } from './post-once.ts';
import { DUE, type Scope } from './scope.ts';

/** Sends queued records: one record at a time, in one tab at a time. */
export interface Sender {
  /** Sends queued records. Resolves when the round is over; never rejects. */
  drain(scope: Scope): Promise<void>;
  /** Sends one entry while the page is being left. */
  send(id: string, entry: QueueEntry): void;
  /** Gives up the attempt in progress. */
  abort(): void;
  /** Records an event of this tab or another one. */
  record(event: Partial<Attempt>): void;
  /** The page is left: releases the lock and starts nothing else. */
  pause(): void;
  /** The page is back. */
  resume(): void;
  isPaused(): boolean;
}

/** @param name of the lock */
export function createSender(
  name: string,
  queue: Queue,
  settings: Settings,
  emit: (event: ClientEvent) => void,
): Sender {
  const { clock, maxAgeMs = Infinity } = settings;
  /** Aborts when the page is left. */
  let page = new AbortController();
  /** Aborts to give up the attempt in progress. */
  let work = new AbortController();
  let alarm: Pick<AbortSignal, 'onabort'> = { onabort: null };
  let running: Promise<void> | undefined;
  /** The scope of the next round; 0 for none. */
  let wanted: Scope | 0 = 0;
  /** The next round starts after the entry that failed, so that one that always fails does not block the others. */
  let startAfter = '';

  const isPaused = (): boolean => page.signal.aborted;
  const isStopped = (): boolean => isPaused() || settings.consent === false;
  let attempts = 0;
  let failures = 0;
  let pausedUntil = 0;
  const msUntil = (time = 0): number => {
    const ms = time - clock.now();
    return ms > 0 && ms <= DAY_MS ? ms : 0;
  };
  const recordPause = ({ due = 0, isPause }: { due?: number | undefined; isPause?: boolean }): void => {
    if (isPause && msUntil(due) > msUntil(pausedUntil)) pausedUntil = due;
  };

  function drain(scope: Scope): Promise<void> {
    if (scope > wanted) wanted = scope;
    return (running ??= run());
  }

  async function run(): Promise<void> {
    // `running` must be set before the end, even if there is nothing to do.
    await undefined;
    const giveWay = (): void => {
      abort();
      void drain(DUE);
    };
    for (let scope; (scope = wanted) && !isStopped();) {
      wanted = 0;
      await withLock(
        name,
        page.signal,
        clock,
        () => attempts,
        giveWay,
        () => sendAll(scope),
      );
    }
    running = undefined;
  }

  async function sendAll(scope: Scope): Promise<void> {
    // Another tab may have been closed, a read may have failed, or a purge may have failed: look again in any case.
    wakeIn(HOUR_MS);
    const workBefore = work;
    const pageBefore = page;
    await readPause();
    const pauseMs = msUntil(pausedUntil);
    if (pauseMs) return wakeIn(pauseMs);
    const start = startAfter;
    let waitMs = HOUR_MS;
    startAfter = '';
    for await (const [id, entry] of queue.entries(start)) {
      // The work was given up, or the page was left; a page that comes back starts its own round.
      if (work !== workBefore || page !== pageBefore || isStopped()) return;
      if (!('body' in entry)) continue;
      if (clock.now() - entry.at > maxAgeMs) {
        await queue.remove(id).catch(() => {});
        emit({ id, state: 'discarded', reason: 'expired' });
        continue;
      }
      if (entry.state === 'parked') continue;
      const earlyMs = msUntil(entry.due);
      if (earlyMs && scope === DUE) {
        waitMs = Math.min(waitMs, earlyMs);
        continue;
      }
      const { due } = await attempt(id, entry);
      if (due) {
        // The next attempt would most likely fail as well.
        startAfter = id;
        return;
      }
    }
    wakeIn(waitMs);
    // The entries before the start are next.
    if (start) void drain(scope);
  }

  /** Reads the pause that an earlier page recorded. */
  async function readPause(): Promise<void> {
    const pause = await queue.read(PAUSE_KEY);
    if (!pause) return;
    recordPause(pause);
    if (!msUntil(pause.due)) await queue.write(PAUSE_KEY).catch(() => {});
  }

  /** Sends one entry now, even while another tab sends. Never rejects. */
  async function attempt(id: string, entry: QueueEntry): Promise<Attempt> {
    const { signal } = work;
    const failed = Math.max(entry.tries, failures);
    const result = await postOnce({ ...entry, id }, settings, signal);
    const outcome = classify(result, failed, settings);
    const { isPause } = outcome;
    recordPause(outcome);
    if (isPause) await queue.write(PAUSE_KEY, { due: pausedUntil, isPause }).catch(() => {});
    if (result.ok) await queue.remove(id).catch(() => {});
    else if (signal.aborted) return outcome;
    else if (await queue.update(id, { ...(outcome as QueueEntry), tries: entry.tries + 1 }))
      emit({ id, state: 'stored' });
    emit({ id, ...outcome });
    return outcome;
  }

  /** Replaces the timer. While the page is left, only removes it. */
  function wakeIn(ms: number): void {
    alarm.onabort = null;
    if (isPaused()) return;
    alarm = clock.timeout(ms);
    alarm.onabort = () => void drain(DUE);
  }

  function abort(): void {
    work.abort();
    work = new AbortController();
  }

  return {
    drain,
    send(id, entry) {
      if (settings.consent !== false) void attempt(id, entry);
    },
    abort,
    record(event) {
      const { due } = event;
      if (event.reply === undefined) return;
      attempts++;
      recordPause(event);
      if (due) wakeIn(msUntil(pausedUntil) || Math.min(msUntil(due), longestWaitMs(failures)));
      failures = due ? failures + 1 : 0;
    },
    pause() {
      page.abort();
      wakeIn(0);
    },
    resume() {
      page = new AbortController();
    },
    isPaused,
  };
}
