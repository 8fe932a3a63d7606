import type { Attempt } from './client.ts';
import type { Hub } from './hub.ts';
import { withLock } from './lock.ts';
import type { Settings } from './options.ts';
import { post } from './post.ts';
import type { Queue } from './queue.ts';
import type { Row } from './row.ts';
import { backOffMs, DAY_MS, PAUSING, UNANSWERED } from './verdict.ts';

/** An attempt takes no longer. */
const ATTEMPT_LIMIT_MS = 30_000;
/** So many failures one after the other mean the endpoint, not the records. */
const MAX_FAILURES = 3;

/** Sends what is due. */
export const DUE = 1;
/** Sends whatever waits, except where the endpoint asked for a pause. */
export const ALL = 2;

/** Sends what waits: one record at a time, one tab at a time. */
export class Sender {
  readonly #name: string;
  readonly #queue: Queue;
  readonly #settings: Settings;
  readonly #hub: Hub;
  /** Aborts when the page is left. */
  #page = new AbortController();
  /** Aborts when what is being sent is no longer to be sent here. */
  #work = new AbortController();
  #alarm: Pick<AbortSignal, 'onabort'> = { onabort: null };
  #running: Promise<void> | undefined;
  /** The scope of the drain that is asked for; 0 for none. */
  #wanted = 0;
  /** Drains in vain, one after the other. */
  #streak = 0;

  constructor(name: string, queue: Queue, settings: Settings, hub: Hub) {
    this.#name = name;
    this.#queue = queue;
    this.#settings = settings;
    this.#hub = hub;
  }

  get isPaused(): boolean {
    return this.#page.signal.aborted;
  }

  /** Resolves when it is done; never rejects. */
  drain(scope: typeof DUE | typeof ALL): Promise<void> {
    this.#wanted = Math.max(this.#wanted, scope);
    return (this.#running ??= this.#run());
  }

  /** The page is left: lets go of the lock and starts nothing further. */
  pause(): void {
    this.#page.abort();
    this.#alarm.onabort = null;
  }

  /** The page is back. */
  resume(): void {
    if (this.isPaused) this.#page = new AbortController();
  }

  /** Gives up what is being sent. */
  abort(): void {
    this.#work.abort();
    this.#work = new AbortController();
  }

  /** Sends one row now, whoever else is sending. Never rejects. */
  async attempt(id: string, row: Row): Promise<Attempt> {
    const { signal } = this.#work;
    const { memory } = this.#queue;
    const limit = this.#settings.clock.timeout(ATTEMPT_LIMIT_MS);
    const verdict = await post(id, row, this.#settings, AbortSignal.any([signal, limit]));
    const isSent = verdict.state === 'sent';
    if (!isSent && signal.aborted) return verdict;
    const left = isSent ? undefined : ({ ...row, ...verdict, tries: row.tries + 1 } as Row);
    const isVolatile = memory.has(id);
    if (isVolatile && left) memory.set(id, left);
    else memory.delete(id);
    // One that another tab has removed meanwhile stays removed; one that the device did not take gets another chance.
    const isOnDevice = await this.#queue
      .change(id, (old) => (old || isVolatile ? left : undefined))
      .catch(() => {});
    if (isOnDevice && memory.delete(id)) this.#hub.emit({ id, state: 'stored' });
    this.#hub.emit({ id, ...verdict });
    return verdict;
  }

  async #run(): Promise<void> {
    // Ends after `#running` is set, also when there is nothing to do.
    await undefined;
    const giveWay = (): void => {
      this.abort();
      void this.drain(DUE);
    };
    for (let scope; (scope = this.#wanted) && !this.isPaused;) {
      this.#wanted = 0;
      const work = (): Promise<void> => this.#sendAll(scope);
      await withLock(this.#name, this.#page.signal, this.#settings.clock, giveWay, work);
    }
    this.#running = undefined;
  }

  async #sendAll(scope: number): Promise<void> {
    const { clock, random } = this.#settings;
    const { signal } = this.#work;
    let failures = 0;
    let next = clock.now() + DAY_MS;
    for await (const [id, row] of this.#queue.rows()) {
      if (!('body' in row) || row.state === 'parked') continue;
      if (signal.aborted || this.isPaused) break;
      const isEarly = this.#isEarly(row, scope);
      const { due, reason = '' } = isEarly ? row : await this.attempt(id, row);
      if (!due) {
        failures = this.#streak = 0;
        continue;
      }
      next = Math.min(next, due);
      const isPausing = PAUSING.test(reason);
      if (!isPausing && (isEarly || (!UNANSWERED.test(reason) && ++failures < MAX_FAILURES))) continue;
      next = isPausing ? due : clock.now() + backOffMs(this.#streak++, random());
      this.#hub.emit({ id: '', state: 'retrying', reason: 'paused', due: next });
      break;
    }
    if (!this.isPaused) this.#wakeAt(next);
  }

  #isEarly({ due = 0, reason = '' }: Row, scope: number): boolean {
    const waitMs = due - this.#settings.clock.now();
    // A time beyond a day was written while the clock was wrong.
    return waitMs > 0 && waitMs <= DAY_MS && (scope < ALL || PAUSING.test(reason));
  }

  #wakeAt(time: number): void {
    const { clock } = this.#settings;
    this.#alarm.onabort = null;
    this.#alarm = clock.timeout(Math.max(0, time - clock.now()));
    this.#alarm.onabort = () => void this.drain(DUE);
  }
}
