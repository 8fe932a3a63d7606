import type { UseStore } from 'idb-keyval';
import type { Attempt } from './client.ts';
import type { Hub } from './hub.ts';
import { withLock } from './lock.ts';
import type { Settings } from './options.ts';
import { post } from './post.ts';
import { readRow, type Row } from './row.ts';
import { changeRow, readRows } from './rows.ts';
import { backOffMs, DAY_MS, FUTILE, PAUSING } from './verdict.ts';

/** An attempt takes no longer. */
const ATTEMPT_LIMIT_MS = 30_000;
/** So many failures one after the other mean the endpoint, not the records. */
const MAX_FAILURES = 3;

/** Sends what is due. */
export const DUE = 1;
/** Sends whatever waits, except where the endpoint asked for a pause. */
export const ALL = 2;

/** Sends what waits: one record at a time, one tab at a time. */
export interface Sender {
  /** Everything that waits, readable or not: memory first, then the device by age. */
  entries(): AsyncGenerator<[string, unknown]>;
  /** Resolves when it is done; never rejects. */
  drain(scope: typeof DUE | typeof ALL): Promise<void>;
  /** Sends one row now, whoever else is sending. Never rejects. */
  attempt(id: string, row: Row): Promise<unknown>;
  /** Gives up what is being sent. */
  abort(): void;
  /** The page is left: lets go of the lock and starts nothing further. */
  pause(): void;
  resume(): void;
  isPaused(): boolean;
}

/** @param memory rows that the device did not take, by id */
export function createSender(
  name: string,
  storage: UseStore,
  memory: Map<string, Row>,
  settings: Settings,
  hub: Hub,
): Sender {
  const { clock, random } = settings;
  let page = new AbortController();
  let work = new AbortController();
  let alarm: AbortSignal | undefined;
  let running: Promise<void> | undefined;
  let wanted = 0;
  let streak = 0;

  async function* entries(): AsyncGenerator<[string, unknown]> {
    // A copy, because a row that fails goes to the end of the memory.
    for (const entry of Array.from(memory)) yield entry;
    yield* readRows(storage);
  }

  const isPaused = (): boolean => page.signal.aborted;
  const abort = (): void => {
    work.abort();
    work = new AbortController();
  };

  const attempt = async (id: string, row: Row): Promise<Attempt> => {
    const { signal } = work;
    const verdict = await post(id, row, settings, AbortSignal.any([signal, clock.timeout(ATTEMPT_LIMIT_MS)]));
    const { state } = verdict;
    if (state !== 'sent' && signal.aborted) return verdict;
    const left = state === 'sent' ? undefined : { ...row, ...verdict, state, tries: row.tries + 1 };
    if (memory.delete(id) && left) memory.set(id, left);
    await changeRow(storage, id, (old) => old && left).catch(() => {});
    hub.emit({ id, ...verdict });
    return verdict;
  };

  /** @returns when the next drain is due */
  const sendAll = async (scope: number): Promise<number> => {
    const { signal } = work;
    const { signal: left } = page;
    let failures = 0;
    let next = clock.now() + DAY_MS;
    for await (const [id, value] of entries()) {
      const row = readRow(id, value);
      if (!('body' in row) || row.state === 'parked') continue;
      if (signal.aborted || left.aborted) return clock.now() + 2 * ATTEMPT_LIMIT_MS;
      const waitMs = (row.due ?? 0) - clock.now();
      // A time beyond a day was written while the clock was wrong.
      const isEarly = waitMs > 0 && waitMs <= DAY_MS && (scope < ALL || PAUSING.test(row.reason ?? ''));
      const { due, reason = '' } = isEarly ? row : await attempt(id, row);
      if (!due) {
        failures = streak = 0;
        continue;
      }
      next = Math.min(next, due);
      const isPausing = PAUSING.test(reason);
      if (!isPausing && (isEarly || (!FUTILE.test(reason) && ++failures < MAX_FAILURES))) continue;
      next = isPausing ? due : clock.now() + backOffMs(streak++, random());
      hub.emit({ id: '', state: 'retrying', reason: 'paused', due: next });
      break;
    }
    return next;
  };

  /** Puts on the device what it did not take before. */
  const rescue = async (): Promise<void> => {
    for (const [id, row] of memory) {
      await changeRow(storage, id, (old) => old ?? row);
      memory.delete(id);
      hub.emit({ id, state: 'stored' });
    }
  };

  const run = async (): Promise<void> => {
    for (let scope; (scope = wanted) && !isPaused();) {
      wanted = 0;
      await withLock(name, page.signal, clock, abort, async () => {
        const next = await sendAll(scope);
        await rescue().catch(() => {});
        if (!isPaused()) wakeAt(next);
      });
    }
    running = undefined;
  };

  const drain = (scope: number): Promise<void> => {
    wanted = Math.max(wanted, scope);
    return (running ??= Promise.resolve().then(run));
  };

  const sleep = (): void => {
    if (alarm) alarm.onabort = null;
  };

  const wakeAt = (time: number): void => {
    sleep();
    alarm = clock.timeout(Math.max(0, time - clock.now()));
    alarm.onabort = () => void drain(DUE);
  };

  return {
    entries,
    drain,
    attempt,
    abort,
    isPaused,
    pause() {
      page.abort();
      sleep();
    },
    resume() {
      if (isPaused()) page = new AbortController();
    },
  };
}
