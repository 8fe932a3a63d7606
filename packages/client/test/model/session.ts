import { createRecord, idempotencyKeyOf, type RecordInput, type ResponseRecord } from '@heed/core';
import type { ClientOptions } from '../../src/index.ts';
import type { Fault } from './device.ts';
import type { Reply } from './endpoint.ts';
import { isEarlier, type Entry, type Submission } from './entry.ts';
import { Ledger } from './ledger.ts';
import { acknowledge, makeHeaders, makeLeftover, type LeftoverKind } from './options.ts';
import { MIN_RANDOM } from './request-budget.ts';
import type { Features, HeadersKind, Tab } from './tab.ts';
import { Environment } from './environment.ts';

const DATABASE = 'heed:default';

export interface Limits {
  /** True if the option `acknowledge` is set. */
  hasPredicate: boolean;
  maxItems?: number | undefined;
  maxAgeMs?: number | undefined;
}

/** One run: the simulated device, tabs and endpoint, and the model of them. */
export class Session {
  readonly ledger: Ledger;
  readonly environment: Environment;
  readonly slots: (Tab | undefined)[] = [];
  /** The record that was last submitted under each key. */
  readonly records = new Map<string, ResponseRecord>();
  readonly #limits: Limits;
  /** Calls in progress. */
  readonly calls = new Set<{ name: string; tab: Tab }>();
  #made = 0;
  #isIdle = false;
  #seed = 1;
  /** True if a wait may exceed an hour: the endpoint asked for a pause, or the clock jumped. */
  hasLongWaits = false;

  constructor(limits: Limits) {
    this.#limits = limits;
    this.ledger = new Ledger(limits.maxAgeMs);
    this.environment = new Environment(this.ledger);
    this.ledger.watch(this.environment);
  }

  /** Stores queue entries of earlier pages on the device. */
  async start(leftovers: readonly LeftoverKind[]): Promise<void> {
    const stored = leftovers.map((kind): [string, unknown] => {
      const record = this.makeRecord();
      const { id } = record;
      const body = JSON.stringify(record);
      const value = makeLeftover(kind, body, this.environment.time.deviceNow());
      if (kind === 'newer' || kind === 'damaged') this.ledger.addUnreadableLeftover(id, value);
      else {
        this.ledger.addLeftover(id, body);
        this.records.set(id, record);
      }
      return [id, value];
    });
    if (stored.length > 0) await this.environment.device.write(DATABASE, stored);
  }

  // Tabs.

  /** Opens a tab with a client in a slot. */
  open(slot: number, features: Features, consent = true): Tab {
    if (!features.hasLocks) this.ledger.isUndisturbed = false;
    const tab = this.environment.open(
      features,
      (tab) =>
        ({
          ...this.#limits,
          endpoint: '/feedback',
          ...(this.#limits.hasPredicate && { acknowledge }),
          random: () => this.#random(),
          onEvent: (event) => this.ledger.recordEvent(tab, event),
          ...(!consent && { consent }),
        }) as ClientOptions,
    );
    tab.hasConsent = consent;
    this.slots[slot] = tab;
    return tab;
  }

  /** Ends a tab without warning. @param arrives whether the endpoint still receives its open requests */
  crash(slot: number, arrives: boolean): void {
    const tab = this.slots[slot] as Tab;
    this.ledger.isUndisturbed = false;
    this.environment.crash(tab, arrives);
    this.ledger.removeTab(tab);
    for (const callback of tab.cleanups) callback();
    delete this.slots[slot];
  }

  /** Leaves the page, which may come back. Records in memory must be sent now. */
  hide(tab: Tab): void {
    tab.hide();
    // Without consent nothing is sent, and a page that is being left cannot wait for the function `headers`.
    if (!tab.hasConsent || tab.headers !== 'value') return;
    const { posts, received } = this.environment.endpoint;
    const isUnderWay = (id: string): boolean =>
      posts.some((post) => post.tab === tab && post.id === id && !post.isOver);
    for (const { id, memoryTabs } of this.ledger.entries.values())
      if (memoryTabs.has(tab) && !received.has(id) && !isUnderWay(id))
        this.ledger.report(`${id} is not sent when its page is left`);
  }

  close(tab: Tab): void {
    this.ledger.isUndisturbed = false;
    tab.isClosed = true;
    this.environment.endpoint.exempt(tab);
    tab.client.close();
    this.ledger.removeTab(tab);
  }

  configure(tab: Tab, changes: { headers: HeadersKind; path: string }): void {
    tab.headers = changes.headers;
    tab.mayWaitForHeaders ||= changes.headers === 'hangs';
    this.ledger.isUndisturbed &&= changes.headers === 'value';
    tab.client.configure({ headers: makeHeaders(changes.headers), endpoint: changes.path });
  }

  /** Sets the user's consent. */
  consent(tab: Tab, consent: boolean): void {
    tab.hasConsent = consent;
    if (consent) this.ledger.consent(tab);
    tab.client.configure({ consent });
  }

  // The device.

  fail(fault: Fault): void {
    this.environment.device.fault = fault;
    this.#disrupt();
  }

  changeClock(ms: number): void {
    this.ledger.expire();
    this.environment.time.skewMs += ms;
    this.hasLongWaits = true;
    this.#disrupt();
  }

  deleteDatabase(): void {
    this.ledger.onDatabaseDeletion();
    this.environment.device.delete(DATABASE, () => this.ledger.onDatabaseDeletion());
    this.#disrupt();
  }

  /** Sets replies of the endpoint. @param isNext for the next requests only; otherwise the first becomes the default */
  answer(replies: readonly Reply[], isNext: boolean): void {
    const { endpoint } = this.environment;
    const { hasPredicate } = this.#limits;
    const known = replies.map((reply) =>
      !hasPredicate && /declined|broken/.test(String(reply.kind))
        ? { ...reply, kind: 'html' as const }
        : reply,
    );
    if (isNext) endpoint.script.push(...known);
    else endpoint.defaultReply = known[0] as Reply;
    this.hasLongWaits ||= replies.some(({ retryAfter }) => retryAfter);
  }

  /** Makes the endpoint give the same reply to one record every time. */
  answerAlways(index: number, reply: Reply): void {
    const entry = this.#pick(index);
    if (entry) this.environment.endpoint.fixedReplies.set(entry.id, reply);
  }

  #disrupt(): void {
    this.ledger.isUndisturbed = false;
    this.ledger.pauses.clear();
    this.ledger.requestBudget.allow(2 * this.ledger.entries.size);
  }

  /** Returns the queue entries of the device, without the pause, whose key is empty. */
  async readStore(): Promise<Map<string, unknown>> {
    const stored = await this.environment.device.read(DATABASE);
    stored.delete('');
    return stored;
  }

  // Calls.

  /** Returns a record. @param version its id, and whether it is partial; defaults to a new complete record */
  makeRecord(version: Pick<RecordInput, 'id' | 'partial'> = {}): ResponseRecord {
    const random = new Uint8Array(10);
    new DataView(random.buffer).setUint32(5, this.#made++);
    const answers = [{ name: 'why', kind: 'text' as const, value: `answer ${this.#made}` }];
    const input = { survey: 'checkout', answers, ...version };
    // Each version needs a different time, and virtual time does not advance between most commands.
    return createRecord(input, Math.max(0, this.environment.time.deviceNow()) + this.#made, random);
  }

  /** Submits a record. @param turns if undefined, nothing else happens until idle, so the result is predictable */
  async submit(tab: Tab, record: ResponseRecord, turns?: number): Promise<void> {
    const key = idempotencyKeyOf(record);
    this.records.set(key, record);
    const body = JSON.stringify(record);
    const expected = turns === undefined ? await this.#predict(tab, key, body) : undefined;
    const submission = this.ledger.beginSubmit(tab, key, body, expected);
    tab.client.submit(record).then(
      (receipt) => this.ledger.accept(submission, receipt),
      (error: unknown) => this.ledger.reject(submission, error),
    );
  }

  /** Submits different bytes under an id, if the model can predict the result. */
  async submitOther(tab: Tab, record: ResponseRecord): Promise<void> {
    await this.waitUntilIdle();
    const { device } = this.environment;
    const other = { ...record, survey: record.survey === 'checkout' ? 'other' : 'checkout' };
    const memoryTabs = [...(this.ledger.entries.get(idempotencyKeyOf(record))?.memoryTabs ?? [])];
    const isElsewhere =
      memoryTabs.some((memoryTab) => memoryTab !== tab) ||
      this.environment.tabs.some(({ state, isPageHidden }) => state === 'frozen' || isPageHidden);
    if (device.fault === 'none' && !isElsewhere) await this.submit(tab, other);
    await this.environment.time.waitUntilIdle();
  }

  retry(tab: Tab, index: number): void {
    const entry = this.#pick(index);
    if (entry) this.retryId(tab, entry.id);
  }

  retryId(tab: Tab, id: string): void {
    const end = this.ledger.beginRetry(id);
    tab.cleanups.push(end);
    this.call('retry', tab, tab.client.retry(id).finally(end));
  }

  discard(tab: Tab, index: number): void {
    const entry = this.#pick(index);
    if (entry) this.#remove('discard', tab, [entry], tab.client.discard(entry.id));
  }

  purge(tab: Tab): void {
    this.#remove('purge', tab, [...this.ledger.entries.values()], tab.client.purge());
  }

  /** Watches a call that must never reject. */
  call(name: string, tab: Tab, promise: Promise<unknown>): void {
    this.#watch(name, tab, promise, (error) => this.ledger.report(`${name} rejects: ${String(error)}`));
  }

  #remove(name: 'discard' | 'purge', tab: Tab, entries: readonly Entry[], promise: Promise<void>): void {
    const { device } = this.environment;
    const { disruptions, fault } = device;
    const { suspensions } = tab;
    const end = this.ledger.beginRemoval(entries, name === 'purge');
    tab.cleanups.push(() => end(false));
    this.#watch(
      name,
      tab,
      promise.then(() => tab.state !== 'gone' && end(true)),
      (error) => {
        end(false);
        // A page that is left or frozen aborts its operations.
        if (fault === 'none' && device.disruptions === disruptions && tab.suspensions === suspensions)
          this.ledger.report(`${name} rejects: ${String(error)}`);
      },
    );
  }

  #watch(name: string, tab: Tab, promise: Promise<unknown>, onError: (error: unknown) => void): void {
    const call = { name, tab };
    this.calls.add(call);
    promise
      .catch((error: unknown) => tab.state !== 'gone' && onError(error))
      .finally(() => this.calls.delete(call));
  }

  #pick(index: number): Entry | undefined {
    return [...this.ledger.entries.values()].at(-1 - index);
  }

  /** Returns the expected result of a submit; undefined if it is not predictable. */
  async #predict(tab: Tab, id: string, body: string): Promise<Submission['expected']> {
    await this.waitUntilIdle();
    if (this.environment.device.fault !== 'none' || !tab.hasConsent || tab.isClosed || tab.isPageHidden)
      return undefined;
    const items = await tab.client.export();
    const waiting = items.find((item) => item.id === id);
    if (waiting) return waiting.body === body ? 'accepted' : 'HEED_RECORD';
    const others = items.filter((item) => item.stored === 'memory' || !isEarlier(item.id, id));
    return others.length >= (this.#limits.maxItems ?? Infinity) ? 'HEED_FULL' : 'accepted';
  }

  // Checks.

  /** Waits, then checks the guarantees. @param turns of the event loop; defaults to as many as it takes until idle */
  async settle(turns?: number): Promise<void> {
    if (turns === undefined) await this.waitUntilIdle();
    else await this.environment.time.waitForTurns(turns);
    this.ledger.assert();
  }

  /** Limits the requests of one command. @returns a function to call after the command */
  beginRound(): () => void {
    const { device, endpoint, tabs, time } = this.environment;
    const { requestBudget } = this.ledger;
    requestBudget.allow(4);
    const { unsuccessful } = requestBudget;
    const { disruptions, fault } = device;
    const { elapsedMs } = time;
    const isQuiet =
      this.#isIdle &&
      fault === 'none' &&
      endpoint.posts.every(({ isOver }) => isOver) &&
      tabs.every(({ state }) => state !== 'frozen');
    this.#isIdle = false;
    return () => {
      if (
        isQuiet &&
        device.disruptions === disruptions &&
        time.elapsedMs === elapsedMs &&
        requestBudget.unsuccessful > unsuccessful + 1
      )
        throw new Error(`${requestBudget.unsuccessful - unsuccessful} unsuccessful requests in one round`);
    };
  }

  /** Waits until all work that needs no time is done, then updates the model. */
  async waitUntilIdle(): Promise<void> {
    await this.environment.time.waitUntilIdle();
    for (const tab of this.environment.tabs) tab.onIdle();
    this.ledger.onIdle(await this.readStore());
    this.#isIdle = true;
  }

  /** Checks that `pending()` lists each queue entry of the device once, and this tab's records in memory. */
  async checkPending(tab: Tab): Promise<void> {
    await this.waitUntilIdle();
    const { ledger, environment } = this;
    if (environment.device.fault !== 'none') return;
    const items = await tab.client.pending();
    const stored = await this.readStore();
    const ids = new Set(items.map(({ id }) => id));
    const isDisk = items.every((item) => item.stored === 'memory' || stored.has(item.id));
    if (ids.size !== items.length || !isDisk || ![...stored.keys()].every((id) => ids.has(id)))
      ledger.report(
        `pending() returns ${JSON.stringify(items)}, the device contains ${[...stored.keys()].join()}`,
      );
    for (const { id, memoryTabs } of ledger.entries.values())
      if (memoryTabs.has(tab) && !ids.has(id) && !environment.endpoint.received.has(id))
        ledger.report(`${id} is lost from memory`);
  }

  // The end.

  /** Aborts all signals: Node keeps a signal with listeners in memory until it aborts. */
  dispose(): void {
    for (const tab of this.environment.tabs) tab.end();
  }

  #random(): number {
    this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0;
    return MIN_RANDOM + (1 - MIN_RANDOM) * (this.#seed / 2 ** 32);
  }
}
