import { del, get, type UseStore } from 'idb-keyval';
import { backOffMs, DAY_MS, HOUR_MS } from './back-off.ts';
import type { Hub } from './hub.ts';
import { withLock } from './lock.ts';
import type { Settings } from './options.ts';
import { post } from './post.ts';
import { ASKED, HELD, NO_REPLY, readRow, type Ground, type Row } from './row.ts';
import { addRow, changeRow, nextIds } from './rows.ts';
import type { Failure } from './verdict.ts';

/** An attempt takes no longer. */
const ATTEMPT_LIMIT_MS = 30_000;
/** So many failures one after the other mean the endpoint, not the records. */
const MAX_FAILURES = 3;

type Failed = Failure & { due: number };

/** One drain. */
interface Pass {
  /** Waits on a ground below it are overridden. */
  level: number;
  signal: AbortSignal;
  tried: Set<string>;
  /** One after the other. */
  failures: number;
  /** When the next drain is due. */
  next: number;
}

/** Sends what waits: one record at a time, one tab at a time. */
export class Sender {
  /** Rows that the device did not take, by id. */
  readonly memory = new Map<string, Row>();
  readonly #name: string;
  readonly #storage: UseStore;
  readonly #settings: Settings;
  readonly #hub: Hub;
  readonly #busy = new Set<string>();
  /** Confirmed by the endpoint, but the device failed to delete them. */
  readonly #confirmed = new Set<string>();
  /** Aborts when the page is left. */
  #page = new AbortController();
  /** Aborts when what is being sent is no longer to be sent here. */
  #work = new AbortController();
  #running: Promise<void> | undefined;
  /** The level of the drain that is asked for; −1 for none. */
  #wanted = -1;
  #timer: unknown;
  /** Drains that failed, one after the other. */
  #streak = 0;
  /** What the endpoint asked for. */
  #pausedUntil = 0;
  /** The last id read. The next drain goes on behind it, so records that always fail do not starve the others. */
  #cursor = '';

  constructor(name: string, storage: UseStore, settings: Settings, hub: Hub) {
    this.#name = name;
    this.#storage = storage;
    this.#settings = settings;
    this.#hub = hub;
  }

  get isPaused(): boolean {
    return this.#page.signal.aborted;
  }

  /** Sends whatever is due, or waits on a ground below `level`. Resolves when that is done; never rejects. */
  drain(level: number): Promise<void> {
    this.#wanted = Math.max(this.#wanted, level);
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** The page is left: lets go of the lock and starts nothing further. */
  pause(): void {
    this.#page.abort();
    this.#settings.clock.clearTimeout(this.#timer);
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

  /** Sends one row now, whoever else is sending. Never rejects. @returns why it is still here, if it is */
  async attempt(id: string, row: Row): Promise<Failed | undefined> {
    const { clock } = this.#settings;
    const { signal } = this.#work;
    const limit = new AbortController();
    const timer = clock.setTimeout(() => limit.abort(), ATTEMPT_LIMIT_MS);
    this.#busy.add(id);
    const verdict = await post(id, row.body, this.#settings, AbortSignal.any([signal, limit.signal]));
    this.#busy.delete(id);
    clock.clearTimeout(timer);
    if (verdict.state === 'sent') await this.#remove(id);
    else if (signal.aborted) return undefined;
    else if (verdict.state === 'parked') await this.#change(id, row, verdict);
    else return this.#postpone(id, row, verdict);
    this.#hub.emit({ id, ...verdict });
    return undefined;
  }

  async #postpone(id: string, row: Row, failure: Failure): Promise<Failed> {
    const { state, reason, ground, askedMs } = failure;
    const { clock, random } = this.#settings;
    const waitMs =
      ground === HELD ? (HOUR_MS * (1 + random())) / 2 : askedMs || backOffMs(row.tries, random());
    const due = clock.now() + waitMs;
    await this.#change(id, row, { state, reason, ground, due });
    this.#hub.emit({ id, state, reason, due });
    return { ...failure, due };
  }

  async #change(id: string, row: Row, changes: Partial<Row>): Promise<void> {
    const changed = { ...row, ...changes, tries: row.tries + 1 };
    if (this.memory.has(id)) this.memory.set(id, changed);
    else await changeRow(this.#storage, id, changed).catch(() => {});
  }

  async #remove(id: string): Promise<void> {
    this.memory.delete(id);
    this.#confirmed.add(id);
    // Where the device fails, the next drain deletes the row and does not send it again.
    await del(id, this.#storage).then(
      () => this.#confirmed.delete(id),
      () => {},
    );
  }

  async #run(): Promise<void> {
    const { clock } = this.#settings;
    while (this.#wanted >= 0 && !this.isPaused) {
      const level = this.#wanted;
      this.#wanted = -1;
      const work = (): Promise<void> => this.#pass(level);
      await withLock(this.#name, this.#page.signal, clock, 2 * ATTEMPT_LIMIT_MS, () => this.abort(), work);
    }
  }

  async #pass(level: number): Promise<void> {
    const { clock } = this.#settings;
    const pass: Pass = { level, signal: this.#work.signal, tried: new Set(), failures: 0, next: Infinity };
    clock.clearTimeout(this.#timer);
    if (await this.#isStopped(pass)) this.#hub.stall(pass.next);
    if (pass.next === Infinity || this.isPaused) return;
    this.#timer = clock.setTimeout(() => void this.drain(NO_REPLY), Math.max(0, pass.next - clock.now()));
  }

  async #isStopped(pass: Pass): Promise<boolean> {
    if (this.#mustWait(pass, ASKED, this.#pausedUntil)) return true;
    await this.#rescue();
    for await (const id of this.#ids()) {
      if (pass.signal.aborted || this.isPaused || (await this.#step(pass, id))) return true;
    }
    return false;
  }

  /** @returns whether the others had better wait as well */
  async #step(pass: Pass, id: string): Promise<boolean> {
    const row = !pass.tried.has(id) && (await this.#read(id));
    if (!row) return false;
    const { due = 0, ground = NO_REPLY } = row;
    if (this.#mustWait(pass, ground, due)) return ground === ASKED;
    pass.tried.add(id);
    const failed = await this.attempt(id, row);
    if (failed) return this.#isDown(pass, failed);
    pass.failures = this.#streak = 0;
    return false;
  }

  #mustWait(pass: Pass, ground: Ground, due: number): boolean {
    const waitMs = due - this.#settings.clock.now();
    // Nothing waits longer than a day: a time beyond was written while the clock was wrong.
    if (waitMs <= 0 || waitMs > DAY_MS || ground < pass.level) return false;
    if (ground === ASKED) this.#pausedUntil = due;
    pass.next = Math.min(pass.next, due);
    return true;
  }

  #isDown(pass: Pass, { ground, due }: Failed): boolean {
    const { clock, random } = this.#settings;
    pass.next = Math.min(pass.next, due);
    if (ground === ASKED) this.#pausedUntil = pass.next = due;
    else if (ground === NO_REPLY || ++pass.failures === MAX_FAILURES) {
      pass.next = clock.now() + backOffMs(this.#streak++, random());
    } else return false;
    return true;
  }

  /** Memory first, then what this page submits, then the rest by age, each part at most twice. */
  async *#ids(): AsyncGenerator<string> {
    yield* this.memory.keys();
    yield* this.#hub.fresh();
    for (let laps = this.#cursor ? 2 : 1; laps > 0;) {
      const ids = await nextIds(this.#storage, this.#cursor);
      for (const id of ids) yield (this.#cursor = id);
      if (ids.length) continue;
      this.#cursor = '';
      laps--;
    }
  }

  async #read(id: string): Promise<Row | undefined> {
    if (this.#confirmed.has(id)) await this.#remove(id);
    if (this.#confirmed.has(id) || this.#busy.has(id)) return undefined;
    const row = this.memory.get(id) ?? readRow(id, await get(id, this.#storage).catch(() => {}));
    return typeof row === 'object' && row.state !== 'parked' ? row : undefined;
  }

  /** Puts on the device what it did not take before. */
  async #rescue(): Promise<void> {
    for (const [id, row] of this.memory) {
      if (this.#busy.has(id)) continue;
      if ((await addRow(this.#storage, id, row, Infinity).catch(() => {})) !== 'stored') return;
      this.memory.delete(id);
      this.#hub.emit({ id, state: 'stored' });
    }
  }
}
