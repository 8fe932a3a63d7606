import type { Attempt, ClientEvent } from './client.ts';
import { withLock } from './lock.ts';
import type { Settings } from './options.ts';
import { post } from './post.ts';
import type { Queue } from './queue.ts';
import { PAUSE_KEY, type Row } from './row.ts';
import { DAY_MS, HOUR_MS, longestWaitMs } from './verdict.ts';

/** Sends what is due. */
export const DUE = 1;
/** Sends whatever waits, except where the endpoint asked for a pause. */
export const ALL = 2;
type Scope = typeof DUE | typeof ALL;

export type Sender = ReturnType<typeof createSender>;

/** Sends what waits: one record at a time, one tab at a time. */
// oxlint-disable-next-line typescript/explicit-function-return-type -- `Sender` is made of it
export function createSender(
  name: string,
  queue: Queue,
  settings: Settings,
  emit: (event: ClientEvent) => void,
) {
  const { clock, maxAgeMs = Infinity } = settings;
  /** Aborts when the page is left. */
  let page = new AbortController();
  /** Aborts when what is being sent is no longer to be sent here. */
  let work = new AbortController();
  let alarm: Pick<AbortSignal, 'onabort'> = page.signal;
  let running: Promise<void> | undefined;
  /** The scope of the drain that is asked for; 0 for none. */
  let wanted: Scope | 0 = 0;
  /** Of this tab and the others. */
  let attempts = 0;
  /** Failures among them, one after the other. */
  let streak = 0;
  /** The endpoint asked to be left alone until then. */
  let pausedUntil = 0;
  /** Where to go on: after what has failed, so that one which always fails is not in the way of the others. */
  let after = '';

  const isStopped = (): boolean => page.signal.aborted || settings.consent === false;

  /** 0 when it has come, or is beyond a day, as written while the clock was wrong. */
  const msUntil = (time = 0): number => {
    const ms = time - clock.now();
    return ms > 0 && ms <= DAY_MS ? ms : 0;
  };

  /** Resolves when it is done; never rejects. */
  function drain(scope: Scope): Promise<void> {
    if (scope > wanted) wanted = scope;
    return (running ??= run());
  }

  async function run(): Promise<void> {
    // Ends after `running` is set, also when there is nothing to do.
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
    // Looks again however this ends: another tab may have died, a read of the device failed, or a purge come to nothing.
    wakeIn(HOUR_MS);
    // Not the page's state of later on: a page that comes back begins a round of its own.
    const stop = AbortSignal.any?.([work.signal, page.signal]);
    await learnPause();
    if (msUntil(pausedUntil)) return wakeIn(msUntil(pausedUntil));
    const start = after;
    let waitMs = HOUR_MS;
    after = '';
    for await (const [id, row] of queue.rows(start)) {
      if (stop?.aborted || isStopped()) return;
      if (!('body' in row)) continue;
      if (clock.now() - row.at > maxAgeMs) {
        await queue.remove(id).catch(() => {});
        emit({ id, state: 'discarded', reason: 'expired' });
        continue;
      }
      if (row.state === 'parked') continue;
      const earlyMs = msUntil(row.due);
      if (earlyMs && scope === DUE) {
        waitMs = Math.min(waitMs, earlyMs);
        continue;
      }
      const { due } = await attempt(id, row);
      if (due) {
        // The next one would most likely fail as well.
        after = id;
        return;
      }
    }
    wakeIn(waitMs);
    // Those before the start are next.
    if (start) void drain(scope);
  }

  /** A pause may have been asked for on an earlier page. */
  async function learnPause(): Promise<void> {
    const noted = await queue.read(PAUSE_KEY);
    if (!noted) return;
    learn(noted);
    if (!msUntil(noted.due)) await queue.write(PAUSE_KEY).catch(() => {});
  }

  function learn({ due = 0, isPause }: Pick<Partial<Row>, 'due' | 'isPause'>): void {
    if (isPause && msUntil(due) > msUntil(pausedUntil)) pausedUntil = due;
  }

  function wakeIn(ms: number): void {
    if (page.signal.aborted) return;
    alarm.onabort = null;
    alarm = clock.timeout(ms);
    alarm.onabort = () => void drain(DUE);
  }

  /** Sends one row now, whoever else is sending. Never rejects. */
  async function attempt(id: string, row: Row): Promise<Attempt> {
    const { signal } = work;
    const verdict = await post({ ...row, id }, Math.max(row.tries, streak), settings, signal);
    const { state, isPause } = verdict;
    learn(verdict);
    if (isPause) await queue.write(PAUSE_KEY, { due: pausedUntil, isPause }).catch(() => {});
    if (state === 'sent') await queue.remove(id).catch(() => {});
    else if (signal.aborted) return verdict;
    else if (await queue.update(id, { ...verdict, state, tries: row.tries + 1 }))
      emit({ id, state: 'stored' });
    emit({ id, ...verdict });
    return verdict;
  }

  /** Gives up what is being sent. */
  function abort(): void {
    work.abort();
    work = new AbortController();
  }

  return {
    drain,
    /** Sends one row though the page is being left. */
    sendNow(id: string, row: Row) {
      if (settings.consent !== false) void attempt(id, row);
    },
    abort,
    /** Every tab paces itself by the attempts of all, so that another takes over when the one that sends is gone. */
    hear(event: Partial<Attempt>) {
      if (event.reply === undefined) return;
      attempts++;
      learn(event);
      // A record that has failed often, or is held, waits for longer than the others.
      if (event.due) wakeIn(msUntil(pausedUntil) || Math.min(msUntil(event.due), longestWaitMs(streak)));
      streak = event.due ? streak + 1 : 0;
    },
    /** The page is left: lets go of the lock and starts nothing further. */
    pause() {
      page.abort();
      alarm.onabort = null;
    },
    /** The page is back. */
    resume() {
      page = new AbortController();
    },
    isPaused: () => page.signal.aborted,
  };
}
