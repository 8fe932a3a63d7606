import { createRecord, idempotencyKeyOf, type RecordInput, type ResponseRecord } from '@heed/core';
import type { ClientOptions } from '../../src/index.ts';
import type { Fault } from './device.ts';
import type { Reply } from './endpoint.ts';
import { isEarlier, type Entry, type Ticket } from './entry.ts';
import { Ledger } from './ledger.ts';
import { acknowledge, makeHeaders, makeRow, type Leftover } from './options.ts';
import { LEAST_RANDOM } from './rate.ts';
import type { Features, Headers, Tab } from './tab.ts';
import { Environment } from './environment.ts';

const DATABASE = 'heed:default';

export interface Limits {
  /** Is there a function that decides what confirms a record? */
  hasPredicate: boolean;
  maxItems?: number | undefined;
  maxAgeMs?: number | undefined;
}

/** One run: the device, its tabs and the endpoint, beside the model of them. */
export class Session {
  readonly ledger: Ledger;
  readonly environment: Environment;
  readonly slots: (Tab | undefined)[] = [];
  /** What was submitted last under each key. */
  readonly records = new Map<string, ResponseRecord>();
  readonly #limits: Limits;
  /** Those that have not come to their end. */
  readonly calls = new Set<{ what: string; tab: Tab }>();
  #made = 0;
  #isAtRest = false;
  #seed = 1;
  /** The endpoint asked for a pause, or the clock went wrong: a wait may be longer than an hour. */
  hasLongWaits = false;

  constructor(limits: Limits) {
    this.#limits = limits;
    this.ledger = new Ledger(limits.maxAgeMs);
    this.environment = new Environment(this.ledger);
    this.ledger.watch(this.environment);
  }

  /** Earlier visits left these rows. */
  async start(leftovers: readonly Leftover[]): Promise<void> {
    const rows = leftovers.map((kind): [string, unknown] => {
      const record = this.makeRecord();
      const { id } = record;
      const body = JSON.stringify(record);
      const row = makeRow(kind, body, this.environment.time.deviceNow());
      if (kind === 'newer' || kind === 'damaged') this.ledger.inheritForeign(id, row);
      else {
        this.ledger.inherit(id, body);
        this.records.set(id, record);
      }
      return [id, row];
    });
    if (rows.length > 0) await this.environment.device.write(DATABASE, rows);
  }

  // Tabs.

  open(slot: number, features: Features, consent = true): Tab {
    if (!features.hasLocks) this.ledger.isCalm = false;
    const tab = this.environment.open(
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
    this.environment.crash(tab, arrives);
    this.ledger.removeTab(tab);
    for (const act of tab.onGone) act();
    delete this.slots[slot];
  }

  /** The page is left, and may come back. What is in memory goes out now or never. */
  hide(tab: Tab): void {
    tab.hide();
    // Only what is said at once can go along.
    if (!tab.hasConsent || tab.headers !== 'value') return;
    const { posts, held } = this.environment.endpoint;
    const isUnderWay = (id: string): boolean =>
      posts.some((post) => post.tab === tab && post.id === id && !post.isOver);
    for (const { id, memoryTabs } of this.ledger.entries.values())
      if (memoryTabs.has(tab) && !held.has(id) && !isUnderWay(id))
        this.ledger.report(`${id} is not sent when its page is left`);
  }

  close(tab: Tab): void {
    this.ledger.isCalm = false;
    tab.isClosed = true;
    this.environment.endpoint.excuse(tab);
    tab.client.close();
    this.ledger.removeTab(tab);
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
    this.environment.device.fault = fault;
    this.#upset();
  }

  changeClock(ms: number): void {
    this.ledger.expire();
    this.environment.time.skewMs += ms;
    this.hasLongWaits = true;
    this.#upset();
  }

  deleteDatabase(): void {
    this.ledger.clear();
    this.environment.device.delete(DATABASE, () => this.ledger.clear());
    this.#upset();
  }

  /** @param isNext only the next request; otherwise all that follow */
  answer(replies: readonly Reply[], isNext: boolean): void {
    const { endpoint } = this.environment;
    const { hasPredicate } = this.#limits;
    const known = replies.map((reply) =>
      !hasPredicate && /declined|broken/.test(String(reply.what))
        ? { ...reply, what: 'html' as const }
        : reply,
    );
    if (isNext) endpoint.script.push(...known);
    else endpoint.defaultReply = known[0] as Reply;
    this.hasLongWaits ||= replies.some(({ retryAfter }) => retryAfter);
  }

  /** The endpoint never takes one of the records, though it takes the others. */
  answerAlways(index: number, reply: Reply): void {
    const entry = this.#pick(index);
    if (entry) this.environment.endpoint.fixedReplies.set(entry.id, reply);
  }

  #upset(): void {
    this.ledger.isCalm = false;
    this.ledger.pauses.clear();
    this.ledger.rate.allow(2 * this.ledger.entries.size);
  }

  /** The rows on the device; what lies under no id is the client's note of a pause. */
  async readStore(): Promise<Map<string, unknown>> {
    const rows = await this.environment.device.read(DATABASE);
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
    return createRecord(input, Math.max(0, this.environment.time.deviceNow()) + this.#made, random);
  }

  /** @param turns undefined when nothing else happens until everything is at rest, so that the outcome can be foretold */
  async submit(tab: Tab, record: ResponseRecord, turns?: number): Promise<void> {
    const key = idempotencyKeyOf(record);
    this.records.set(key, record);
    const body = JSON.stringify(record);
    const expected = turns === undefined ? await this.#predict(tab, key, body) : undefined;
    const ticket = this.ledger.beginSubmit(tab, key, body, expected);
    tab.client.submit(record).then(
      (receipt) => this.ledger.accept(ticket, receipt),
      (error: unknown) => this.ledger.refuse(ticket, error),
    );
  }

  /** Submits other bytes under an id; only while the model can tell what becomes of them. */
  async submitOther(tab: Tab, record: ResponseRecord): Promise<void> {
    await this.rest();
    const { device } = this.environment;
    const other = { ...record, survey: record.survey === 'checkout' ? 'other' : 'checkout' };
    const memoryTabs = [...(this.ledger.entries.get(idempotencyKeyOf(record))?.memoryTabs ?? [])];
    const isElsewhere =
      memoryTabs.some((memoryTab) => memoryTab !== tab) ||
      this.environment.tabs.some(({ state, isLeaving }) => state === 'frozen' || isLeaving);
    if (device.fault === 'none' && !isElsewhere) await this.submit(tab, other);
    await this.environment.time.rest();
  }

  retry(tab: Tab, index: number): void {
    const entry = this.#pick(index);
    if (entry) this.retryId(tab, entry.id);
  }

  retryId(tab: Tab, id: string): void {
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
    this.#watch(what, tab, promise, (error) => this.ledger.report(`${what} rejects: ${String(error)}`));
  }

  #remove(what: 'discard' | 'purge', tab: Tab, entries: readonly Entry[], promise: Promise<void>): void {
    const { device } = this.environment;
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
          this.ledger.report(`${what} rejects: ${String(error)}`);
      },
    );
  }

  #watch(what: string, tab: Tab, promise: Promise<unknown>, onError: (error: unknown) => void): void {
    const call = { what, tab };
    this.calls.add(call);
    promise
      .catch((error: unknown) => tab.state !== 'gone' && onError(error))
      .finally(() => this.calls.delete(call));
  }

  #pick(index: number): Entry | undefined {
    return [...this.ledger.entries.values()].at(-1 - index);
  }

  async #predict(tab: Tab, id: string, body: string): Promise<Ticket['expected']> {
    await this.rest();
    if (this.environment.device.fault !== 'none' || !tab.hasConsent || tab.isClosed || tab.isLeaving)
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
    else await this.environment.time.turns(turns);
    this.ledger.assert();
  }

  /** A command begins. @returns to be called after it */
  beginRound(): () => void {
    const { device, endpoint, tabs, time } = this.environment;
    const { rate } = this.ledger;
    rate.allow(4);
    const { unsuccessful } = rate;
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
        rate.unsuccessful > unsuccessful + 1
      )
        throw new Error(`${rate.unsuccessful - unsuccessful} requests in vain in one round`);
    };
  }

  async rest(): Promise<void> {
    await this.environment.time.rest();
    for (const tab of this.environment.tabs) tab.rest();
    this.ledger.rest(await this.readStore());
    this.#isAtRest = true;
  }

  /** `pending()` names once whatever lies on the device, and everything that this tab was told to be in memory. */
  async checkPending(tab: Tab): Promise<void> {
    await this.rest();
    const { ledger, environment } = this;
    if (environment.device.fault !== 'none') return;
    const items = await tab.client.pending();
    const rows = await this.readStore();
    const ids = new Set(items.map(({ id }) => id));
    const isDisk = items.every(({ id, stored }) => stored === 'memory' || rows.has(id));
    if (ids.size !== items.length || !isDisk || ![...rows.keys()].every((id) => ids.has(id)))
      ledger.report(`pending() says ${JSON.stringify(items)}, the device holds ${[...rows.keys()].join()}`);
    for (const { id, memoryTabs } of ledger.entries.values())
      if (memoryTabs.has(tab) && !ids.has(id) && !environment.endpoint.held.has(id))
        ledger.report(`${id} is lost from memory`);
  }

  // The end.

  /** Lets go of everything: Node holds on to signals that somebody listens to until they abort. */
  dispose(): void {
    for (const tab of this.environment.tabs) tab.end();
  }

  #random(): number {
    this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0;
    return LEAST_RANDOM + (1 - LEAST_RANDOM) * (this.#seed / 2 ** 32);
  }
}
