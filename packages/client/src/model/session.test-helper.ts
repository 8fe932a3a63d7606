import { createRecord, idempotencyKeyOf, type RecordInput, type ResponseRecord } from '@heed/core';
import type { ClientOptions } from '../index.ts';
import type { Fault } from './device.test-helper.ts';
import type { Reply } from './endpoint.test-helper.ts';
import { isEarlier, Ledger, type Entry, type Ticket } from './ledger.test-helper.ts';
import { LEAST_RANDOM } from './rate.test-helper.ts';
import type { Features, Headers, Tab } from './tab.test-helper.ts';
import { World } from './world.test-helper.ts';

const HOUR_MS = 3_600_000;
const DATABASE = 'heed:default';

/** What brings about that the rest is sent: nothing but time, a call, or a new page. */
export type Ending = 'wait' | 'flush' | 'reload';

/** A row of an earlier visit: of either version, one that a later client wrote, or one that nobody can read. */
export type Leftover = 'v1' | 'v2' | 'newer' | 'damaged';

export interface Limits {
  /** Is there a function that decides what confirms a record? */
  hasPredicate: boolean;
  maxItems?: number | undefined;
  maxAgeMs?: number | undefined;
}

/** One run: the device, its tabs and the endpoint, beside the model of them. */
export class Session {
  readonly ledger: Ledger;
  readonly world: World;
  readonly slots: (Tab | undefined)[] = [];
  /** What was submitted last under each key. */
  readonly records = new Map<string, ResponseRecord>();
  readonly #limits: Limits;
  /** Those that have not come to their end. */
  readonly #calls = new Set<{ what: string; tab: Tab }>();
  #made = 0;
  #isAtRest = false;
  #seed = 1;
  /** The endpoint asked for a pause, or the clock went wrong: a wait may be longer than an hour. */
  #hasLongWaits = false;

  constructor(limits: Limits) {
    this.#limits = limits;
    this.ledger = new Ledger(limits.maxAgeMs);
    this.world = new World(this.ledger);
    this.ledger.watch(this.world);
  }

  /** Earlier visits left these rows. */
  async start(leftovers: readonly Leftover[]): Promise<void> {
    const rows = leftovers.map((kind): [string, unknown] => {
      const record = this.makeRecord();
      const { id } = record;
      const body = JSON.stringify(record);
      const row = makeRow(kind, body, this.world.time.deviceNow());
      if (kind === 'newer' || kind === 'damaged') this.ledger.inheritForeign(id, row);
      else {
        this.ledger.inherit(id, body);
        this.records.set(id, record);
      }
      return [id, row];
    });
    if (rows.length > 0) await this.world.device.write(DATABASE, rows);
  }

  // Tabs.

  open(slot: number, features: Features, consent = true): Tab {
    if (!features.hasLocks) this.ledger.isCalm = false;
    const tab = this.world.open(
      features,
      (tab) =>
        ({
          ...this.#limits,
          endpoint: '/feedback',
          ...(this.#limits.hasPredicate && { acknowledge }),
          random: () => this.#random(),
          onEvent: (event) => this.ledger.hear(tab, event),
          ...(!consent && { consent }),
        }) as ClientOptions,
    );
    tab.hasConsent = consent;
    this.slots[slot] = tab;
    return tab;
  }

  /** @param arrives what the tab had sent reaches the endpoint all the same */
  crash(slot: number, arrives: boolean): void {
    const tab = this.slots[slot] as Tab;
    this.ledger.isCalm = false;
    this.world.crash(tab, arrives);
    this.ledger.bury(tab);
    for (const act of tab.onGone) act();
    delete this.slots[slot];
  }

  /** The page is left, and may come back. What is in memory goes out now or never. */
  hide(tab: Tab): void {
    tab.hide();
    // Only what is said at once can go along.
    if (!tab.hasConsent || tab.headers !== 'value') return;
    const { posts, held } = this.world.endpoint;
    const isUnderWay = (id: string): boolean =>
      posts.some((post) => post.tab === tab && post.id === id && !post.isOver);
    for (const { id, keepers } of this.ledger.entries.values())
      if (keepers.has(tab) && !held.has(id) && !isUnderWay(id))
        this.ledger.blame(`${id} is not sent when its page is left`);
  }

  close(tab: Tab): void {
    this.ledger.isCalm = false;
    tab.isClosed = true;
    this.world.endpoint.excuse(tab);
    tab.client.close();
    this.ledger.bury(tab);
  }

  configure(tab: Tab, changes: { headers: Headers; path: string }): void {
    tab.headers = changes.headers;
    tab.mayWaitForHeaders ||= changes.headers === 'hangs';
    this.ledger.isCalm &&= changes.headers === 'value';
    tab.client.configure({ headers: makeHeaders(changes.headers), endpoint: changes.path });
  }

  /** The visitor agrees, or does no longer. */
  consent(tab: Tab, consent: boolean): void {
    tab.hasConsent = consent;
    if (consent) this.ledger.consent(tab);
    tab.client.configure({ consent });
  }

  // The device.

  fail(fault: Fault): void {
    this.world.device.fault = fault;
    this.#upset();
  }

  jump(ms: number): void {
    this.ledger.expire();
    this.world.time.skewMs += ms;
    this.#hasLongWaits = true;
    this.#upset();
  }

  deleteDatabase(): void {
    this.ledger.wipe();
    this.world.device.delete(DATABASE, () => this.ledger.wipe());
    this.#upset();
  }

  /** @param isNext only the next request; otherwise all that follow */
  answer(replies: readonly Reply[], isNext: boolean): void {
    const { endpoint } = this.world;
    const { hasPredicate } = this.#limits;
    const known = replies.map((reply) =>
      !hasPredicate && /declined|broken/.test(String(reply.what))
        ? { ...reply, what: 'html' as const }
        : reply,
    );
    if (isNext) endpoint.script.push(...known);
    else endpoint.habit = known[0] as Reply;
    this.#hasLongWaits ||= replies.some(({ retryAfter }) => retryAfter);
  }

  /** The endpoint never takes one of the records, though it takes the others. */
  bear(index: number, reply: Reply): void {
    const entry = this.#pick(index);
    if (entry) this.world.endpoint.grudges.set(entry.id, reply);
  }

  #upset(): void {
    this.ledger.isCalm = false;
    this.ledger.pauses.clear();
    this.ledger.rate.allow(2 * this.ledger.entries.size);
  }

  /** The rows on the device; what lies under no id is the client's note of a pause. */
  async readStore(): Promise<Map<string, unknown>> {
    const rows = await this.world.device.read(DATABASE);
    rows.delete('');
    return rows;
  }

  // Calls.

  /** @param version of which record, and whether it is complete; a new and complete one by default */
  makeRecord(version: Pick<RecordInput, 'id' | 'partial'> = {}): ResponseRecord {
    const random = new Uint8Array(10);
    new DataView(random.buffer).setUint32(5, this.#made++);
    const answers = [{ name: 'why', kind: 'text' as const, value: `answer ${this.#made}` }];
    const input = { survey: 'checkout', answers, ...version };
    // No two versions at the same time, which stands still between most commands.
    return createRecord(input, Math.max(0, this.world.time.deviceNow()) + this.#made, random);
  }

  /** @param turns undefined when nothing else happens until everything is at rest, so that the outcome can be foretold */
  async submit(tab: Tab, record: ResponseRecord, turns?: number): Promise<void> {
    const key = idempotencyKeyOf(record);
    this.records.set(key, record);
    const body = JSON.stringify(record);
    const expected = turns === undefined ? await this.#foretell(tab, key, body) : undefined;
    const ticket = this.ledger.beginSubmit(tab, key, body, expected);
    tab.client.submit(record).then(
      (receipt) => this.ledger.accept(ticket, receipt),
      (error: unknown) => this.ledger.refuse(ticket, error),
    );
  }

  /** Submits other bytes under an id; only while the model can tell what becomes of them. */
  async submitOther(tab: Tab, record: ResponseRecord): Promise<void> {
    await this.rest();
    const { device } = this.world;
    const other = { ...record, survey: record.survey === 'checkout' ? 'other' : 'checkout' };
    const keepers = [...(this.ledger.entries.get(idempotencyKeyOf(record))?.keepers ?? [])];
    const isElsewhere =
      keepers.some((keeper) => keeper !== tab) ||
      this.world.tabs.some(({ state, isLeaving }) => state === 'frozen' || isLeaving);
    if (device.fault === 'none' && !isElsewhere) await this.submit(tab, other);
    await this.world.time.rest();
  }

  retry(tab: Tab, index: number): void {
    const entry = this.#pick(index);
    if (entry) this.#retry(tab, entry.id);
  }

  #retry(tab: Tab, id: string): void {
    const end = this.ledger.beginRetry(id);
    tab.onGone.push(end);
    this.call('retry', tab, tab.client.retry(id).finally(end));
  }

  discard(tab: Tab, index: number): void {
    const entry = this.#pick(index);
    if (entry) this.#remove('discard', tab, [entry], tab.client.discard(entry.id));
  }

  purge(tab: Tab): void {
    this.#remove('purge', tab, [...this.ledger.entries.values()], tab.client.purge());
  }

  /** Watches a call that never rejects. */
  call(what: string, tab: Tab, promise: Promise<unknown>): void {
    this.#watch(what, tab, promise, (error) => this.ledger.blame(`${what} rejects: ${String(error)}`));
  }

  #remove(what: 'discard' | 'purge', tab: Tab, entries: readonly Entry[], promise: Promise<void>): void {
    const { device } = this.world;
    const { upsets, fault } = device;
    const { breaks } = tab;
    const end = this.ledger.beginRemoval(entries, what === 'purge');
    tab.onGone.push(() => end(false));
    this.#watch(
      what,
      tab,
      promise.then(() => tab.state !== 'gone' && end(true)),
      (error) => {
        end(false);
        // A page that is left or frozen gives up what it was doing.
        if (fault === 'none' && device.upsets === upsets && tab.breaks === breaks)
          this.ledger.blame(`${what} rejects: ${String(error)}`);
      },
    );
  }

  #watch(what: string, tab: Tab, promise: Promise<unknown>, onError: (error: unknown) => void): void {
    const call = { what, tab };
    this.#calls.add(call);
    promise
      .catch((error: unknown) => tab.state !== 'gone' && onError(error))
      .finally(() => this.#calls.delete(call));
  }

  #pick(index: number): Entry | undefined {
    return [...this.ledger.entries.values()].at(-1 - index);
  }

  async #foretell(tab: Tab, id: string, body: string): Promise<Ticket['expected']> {
    await this.rest();
    if (this.world.device.fault !== 'none' || !tab.hasConsent || tab.isClosed || tab.isLeaving)
      return undefined;
    const items = await tab.client.export();
    const waiting = items.find((item) => item.id === id);
    if (waiting) return waiting.body === body ? 'taken' : 'HEED_RECORD';
    const others = items.filter((item) => item.stored === 'memory' || !isEarlier(item.id, id));
    return others.length >= (this.#limits.maxItems ?? Infinity) ? 'HEED_FULL' : 'taken';
  }

  // Checks.

  /** @param turns so many go by; without it, all that it takes until everything is at rest */
  async pass(turns?: number): Promise<void> {
    if (turns === undefined) await this.rest();
    else await this.world.time.turns(turns);
    this.ledger.assert();
  }

  /** A command begins. @returns to be called after it */
  beginRound(): () => void {
    const { device, endpoint, tabs, time } = this.world;
    const { rate } = this.ledger;
    rate.allow(4);
    const { fruitless } = rate;
    const { upsets, fault } = device;
    const { elapsedMs } = time;
    const isQuiet =
      this.#isAtRest &&
      fault === 'none' &&
      endpoint.posts.every(({ isOver }) => isOver) &&
      tabs.every(({ state }) => state !== 'frozen');
    this.#isAtRest = false;
    return () => {
      if (
        isQuiet &&
        device.upsets === upsets &&
        time.elapsedMs === elapsedMs &&
        rate.fruitless > fruitless + 1
      )
        throw new Error(`${rate.fruitless - fruitless} requests in vain in one round`);
    };
  }

  async rest(): Promise<void> {
    await this.world.time.rest();
    for (const tab of this.world.tabs) tab.rest();
    this.ledger.rest(await this.readStore());
    this.#isAtRest = true;
  }

  /** `pending()` names once whatever lies on the device, and everything that this tab was told to be in memory. */
  async checkPending(tab: Tab): Promise<void> {
    await this.rest();
    const { ledger, world } = this;
    if (world.device.fault !== 'none') return;
    const items = await tab.client.pending();
    const rows = await this.readStore();
    const ids = new Set(items.map(({ id }) => id));
    const isDisk = items.every(({ id, stored }) => stored === 'memory' || rows.has(id));
    if (ids.size !== items.length || !isDisk || ![...rows.keys()].every((id) => ids.has(id)))
      ledger.blame(`pending() says ${JSON.stringify(items)}, the device holds ${[...rows.keys()].join()}`);
    for (const { id, keepers } of ledger.entries.values())
      if (keepers.has(tab) && !ids.has(id) && !world.endpoint.held.has(id))
        ledger.blame(`${id} is lost from memory`);
  }

  // The end.

  /** Everything is well from now on: what waits must be delivered, all of it and nothing else. */
  async finish(how: Ending): Promise<void> {
    await this.#heal(how);
    if (how === 'flush') for (const tab of this.#tabs()) this.call('flush', tab, tab.client.flush());
    await this.world.time.advance(this.#longestWaitMs());
    await this.pass();
    await this.#checkUnaided();
    await this.#help();
    await this.world.time.advance(this.#longestWaitMs());
    await this.pass();
    this.ledger.checkReceipts();
    for (const { what, tab } of this.#calls)
      if (tab.state !== 'gone') this.ledger.blame(`${what} does not end`);
    for (const tab of this.#tabs()) await this.checkPending(tab);
    await this.#checkDrained();
    this.ledger.assert();
  }

  /** Lets go of everything: Node holds on to signals that somebody listens to until they abort. */
  dispose(): void {
    for (const tab of this.world.tabs) tab.end();
  }

  /** Open tabs in which a client is at work. */
  #tabs(): Tab[] {
    return this.slots.filter((tab) => tab?.state === 'open' && !tab.isClosed) as Tab[];
  }

  /** As long as it may take until everything that can be delivered is. */
  #longestWaitMs(): number {
    const { grudges, posts } = this.world.endpoint;
    if (this.#hasLongWaits) return 26 * HOUR_MS;
    const isHeld = posts.some(({ reply }) => [401, 404, 410, 'redirect'].includes(reply.what));
    if (!this.ledger.isCalm || isHeld || grudges.size > 0) return (2 + 2 * grudges.size) * HOUR_MS;
    // What is under way may take half a minute; then each row and the tab wait, for no longer than after all failures.
    return Math.min(2 * HOUR_MS, 31_000 + 4000 * 2 ** this.ledger.rate.fruitless);
  }

  /** Makes everything well, but for tabs that are frozen and records that the endpoint never takes. */
  async #heal(how: Ending): Promise<void> {
    this.ledger.rate.allow(10 + 4 * this.ledger.entries.size);
    if (this.world.device.fault !== 'none') this.fail('none');
    this.world.endpoint.habit = { what: 200 };
    this.world.endpoint.script.length = 0;
    for (const [slot, tab] of this.slots.entries()) {
      if (!tab) continue;
      if (how === 'reload') {
        this.crash(slot, false);
        continue;
      }
      if (tab.isLeaving) tab.show();
      if (tab.headers !== 'value') this.configure(tab, { headers: 'value', path: '/feedback' });
      if (!tab.hasConsent) this.consent(tab, true);
    }
    if (this.#tabs().length === 0) this.open(this.slots.length, { hasLocks: true });
    await this.pass();
  }

  /** Nothing is left on the device but what the endpoint refuses. */
  async #checkUnaided(): Promise<void> {
    const { ledger, world } = this;
    const lists = await Promise.all(this.#tabs().map(({ client }) => client.pending()));
    const parked = new Set(lists.flat().flatMap(({ id, state }) => (state === 'parked' ? id : [])));
    for (const [id, row] of await this.readStore()) {
      const entry = ledger.entries.get(id);
      const isRefused = (parked.has(id) && entry?.parks) || world.endpoint.grudges.has(id);
      if (entry && !isRefused) ledger.blame(`${id} is not sent: ${JSON.stringify(row)}`);
    }
    ledger.assert();
  }

  /** Frozen tabs come back, the endpoint takes everything, and what it refused is tried again. */
  async #help(): Promise<void> {
    this.ledger.rate.allow(10 + 4 * this.ledger.entries.size);
    this.world.endpoint.grudges.clear();
    for (const tab of this.slots) if (tab?.state === 'frozen') tab.thaw();
    await this.pass();
    for (const tab of this.#tabs())
      for (const { id, state } of await tab.client.pending()) if (state === 'parked') this.#retry(tab, id);
  }

  async #checkDrained(): Promise<void> {
    const { ledger, world } = this;
    for (const id of (await this.readStore()).keys())
      if (ledger.entries.has(id)) ledger.blame(`${id} is left on the device`);
    for (const { id, isPromised, keepers } of ledger.entries.values())
      if ((isPromised || keepers.size > 0) && !ledger.arrived(id)) ledger.blame(`${id} does not arrive`);
    for (const [id, bodies] of world.endpoint.held)
      for (const body of bodies)
        if (!ledger.entries.get(id)?.bodies.has(body)) ledger.blame(`${id} arrived with other bytes`);
  }

  #random(): number {
    this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0;
    return LEAST_RANDOM + (1 - LEAST_RANDOM) * (this.#seed / 2 ** 32);
  }
}

function makeRow(kind: Leftover, body: string, at: number): unknown {
  if (kind === 'damaged') return { v: 2, at };
  if (kind === 'newer') return { v: 3, body, at };
  if (kind === 'v1') return { v: 1, body, at, tries: 0 };
  return { v: 2, body, at, tries: 3, state: 'retrying', reason: '500', due: at + 1000, reply: '' };
}

function acknowledge({ text }: { text: string }): boolean {
  if (text.includes('broken')) throw new Error('not readable');
  return !/html|declined/.test(text);
}

function makeHeaders(kind: Headers): NonNullable<ClientOptions['headers']> {
  const headers = { authorization: 'Bearer 1' };
  if (kind === 'value') return headers;
  return () => {
    if (kind === 'throws') throw new Error('no token');
    if (kind === 'rejects') return Promise.reject(new Error('no token'));
    return kind === 'hangs' ? new Promise(() => {}) : Promise.resolve(headers);
  };
}
