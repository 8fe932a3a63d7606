import type { ClientEvent, Receipt } from '../../src/index.ts';
import { createEntry, isEarlier, type Entry, type Submission } from './entry.ts';
import { isConfirmation, isPermanentRejection, type Observer, type Post } from './endpoint.ts';
import { Pauses } from './pauses.ts';
import { RequestBudget } from './request-budget.ts';
import type { Tab } from './tab.ts';
import type { Environment } from './environment.ts';

/** A tab that has the lock and records no event for this time may lose the lock. */
const STEAL_AFTER_MS = 60_000;

/** The model of the client, and the checks of its guarantees. */
export class Ledger implements Observer {
  readonly entries = new Map<string, Entry>();
  readonly submissions: Submission[] = [];
  readonly pauses: Pauses;
  readonly requestBudget: RequestBudget;
  readonly violations: string[] = [];
  readonly maxAgeMs: number;
  /** Number of crashed tabs and closed clients. */
  goneTabs = 0;
  /** True until something happens that allows a record to be sent twice. */
  isUndisturbed = true;
  /** Unreadable queue entries as JSON, by key. Only a removal of everything may change them. */
  readonly #unreadable = new Map<string, string>();
  /** Number of removals in progress, including purges. */
  #removing = 0;
  /** Number of purges in progress. */
  #purges = 0;
  environment!: Environment;

  constructor(maxAgeMs = Infinity) {
    this.requestBudget = new RequestBudget(this);
    this.maxAgeMs = maxAgeMs;
    this.pauses = new Pauses(this);
  }

  /** Sets the environment, which needs the ledger as its observer. */
  watch(environment: Environment): void {
    this.environment = environment;
  }

  /** Records a violation of a guarantee. */
  report(violation: string): void {
    this.violations.push(violation);
  }

  // Submits.

  beginSubmit(tab: Tab, id: string, body: string, expected: Submission['expected']): Submission {
    const entry = this.entries.get(id) ?? this.#makeEntry(id);
    const isNewBody = !entry.bodies.has(body);
    entry.bodies.add(body);
    entry.submits++;
    entry.submitting++;
    entry.atMs = Math.min(entry.atMs, this.environment.time.deviceNow());
    entry.isPurged = entry.isParked = false;
    this.pauses.markUnshared(id);
    entry.isConsented ||= tab.hasConsent;
    entry.isOutOfReach ||= tab.isClosed;
    const submission: Submission = {
      tab,
      entry,
      body,
      isNewBody,
      removals: entry.removals,
      goneTabs: this.goneTabs,
      posts: this.environment.endpoint.posts.length,
      expected,
      state: 'open',
      isTried: false,
      isSettled: false,
    };
    this.submissions.push(submission);
    return submission;
  }

  accept(submission: Submission, { id, stored, tried, settled }: Receipt): void {
    const { tab, entry, expected } = submission;
    if (submission.state !== 'open') return;
    this.#end(submission, 'accepted');
    if (id !== entry.id) this.report(`the receipt of ${entry.id} has the id ${id}`);
    if (expected && (expected !== 'accepted' || stored !== 'disk'))
      this.report(`${id} is stored in ${stored}, expected ${expected}`);
    // If a removal was requested in the meantime, either may have come first.
    if (entry.removals === submission.removals) {
      if (stored === 'disk') entry.isPromised = true;
      else if (!tab.isClosed) entry.memoryTabs.add(tab);
    }
    if (stored === 'memory') entry.copyTabs.add(tab);
    const fail = (error: unknown): unknown =>
      tab.state !== 'gone' && this.report(`a promise of ${id} rejects: ${String(error)}`);
    tried.then(() => (submission.isTried = true), fail);
    settled.then((event) => {
      if (tab.state === 'gone') return;
      submission.isSettled = true;
      // The complete record also settles the receipts of its partial versions.
      if (!id.startsWith(event.id)) this.report(`${id} is settled by an event of ${event.id}`);
      this.recordEvent(tab, { ...event, id: event.id || id });
    }, fail);
  }

  reject(submission: Submission, error: unknown): void {
    const { entry, body, isNewBody, expected, posts } = submission;
    if (submission.state !== 'open') return;
    this.#end(submission, 'rejected');
    const code = (error as { code?: string } | undefined)?.code;
    if (code !== 'HEED_FULL' && code !== 'HEED_RECORD') this.report(`submit rejects: ${String(error)}`);
    if (expected && expected !== code)
      this.report(`${entry.id} is rejected with ${code}, expected ${expected}`);
    const isElsewhere = this.submissions.some(
      (other) =>
        other !== submission && other.state !== 'rejected' && other.entry === entry && other.body === body,
    );
    if (!isNewBody || isElsewhere) return;
    const copies = this.environment.endpoint.posts
      .slice(posts)
      .filter((post) => post.id === entry.id && post.body === body);
    if (copies.length === 0) entry.bodies.delete(body);
    // A page that is being left posts before it knows the result.
    if (copies.some(({ isExempt }) => !isExempt)) this.report(`${entry.id} is rejected but posted`);
  }

  #end(submission: Submission, state: Submission['state']): void {
    submission.state = state;
    submission.entry.submitting--;
    if (state !== 'rejected') submission.entry.mayBeQueued = true;
  }

  #makeEntry(id: string): Entry {
    const entry = createEntry(id, this.environment.time.deviceNow());
    this.entries.set(id, entry);
    return entry;
  }

  /** Adds a record that an earlier page stored on the device. */
  addLeftover(id: string, body: string): void {
    const entry = this.#makeEntry(id);
    entry.bodies.add(body);
    entry.isPromised = entry.mayBeQueued = entry.isConsented = true;
    entry.submits++;
  }

  /** Adds a queue entry that the client cannot read and must not change. */
  addUnreadableLeftover(id: string, value: unknown): void {
    this.#unreadable.set(id, JSON.stringify(value));
  }

  /** Records a call of `retry()`. @returns a function to call at its end, including when the tab is gone */
  beginRetry(id: string): () => void {
    this.pauses.markUnshared(id);
    const entry = this.entries.get(id);
    if (!entry) return () => {};
    entry.isParked = false;
    entry.retrying++;
    let isOver = false;
    return () => {
      if (!isOver) entry.retrying--;
      isOver = true;
    };
  }

  // Removals.

  /** Records a `discard()` or `purge()`. @returns a function to call at its end, including when the tab is gone */
  beginRemoval(entries: readonly Entry[], isPurge: boolean): (hasSucceeded: boolean) => void {
    const before = entries.map(({ submits, submitting }) => ({ submits, submitting }));
    for (const entry of entries) this.#releasePromises(entry);
    this.#removing++;
    if (isPurge) {
      this.#purges++;
      this.#unreadable.clear();
    }
    let isOver = false;
    return (hasSucceeded) => {
      if (isOver) return;
      isOver = true;
      this.#removing--;
      for (const [index, entry] of entries.entries()) {
        const isAlone = before[index]?.submits === entry.submits && before[index]?.submitting === 0;
        if (isPurge && isAlone && hasSucceeded && !entry.isOutOfReach) entry.isPurged = true;
        // If it was submitted in the meantime, either may have come first.
        if (!isAlone) this.#markUncertain(entry);
      }
      if (!isPurge) return;
      this.#purges--;
      for (const entry of this.entries.values()) if (!entries.includes(entry)) this.#markUncertain(entry);
    };
  }

  /** Marks the outcome of every record as unknown. */
  onDatabaseDeletion(): void {
    this.#unreadable.clear();
    for (const entry of this.entries.values()) this.#markUncertain(entry);
  }

  /** Releases the promises of records that exceed `maxAgeMs`. Call it before the clock goes back. */
  expire(): void {
    for (const entry of this.entries.values())
      if (this.environment.time.deviceNow() - entry.atMs > this.maxAgeMs) this.#releasePromises(entry);
  }

  #markUncertain(entry: Entry): void {
    this.#releasePromises(entry);
    entry.isUncertain = true;
  }

  /** Also releases the promises of the versions that the record replaced. */
  #releasePromises(entry: Entry): void {
    for (const other of this.entries.values()) if (isEarlier(other.id, entry.id)) this.#releasePromise(other);
    this.#releasePromise(entry);
  }

  #releasePromise(entry: Entry): void {
    this.pauses.markUnshared(entry.id);
    entry.removals++;
    entry.isPromised = entry.isStored = entry.isParked = false;
    entry.memoryTabs.clear();
  }

  // Tabs.

  /** Records that the tab may store and send its records from now on. */
  consent(tab: Tab): void {
    for (const submission of this.submissions)
      if (submission.tab === tab) submission.entry.isConsented = true;
  }

  /** Records that a tab and its memory are gone. */
  removeTab(tab: Tab): void {
    this.goneTabs++;
    this.pauses.forget(tab);
    for (const entry of this.entries.values()) {
      entry.copyTabs.delete(tab);
      if (entry.memoryTabs.delete(tab)) entry.isOutOfReach ||= tab.isClosed;
    }
    for (const submission of this.submissions) {
      if (submission.tab !== tab || submission.state !== 'open') continue;
      submission.entry.isOutOfReach ||= tab.isClosed;
      this.#end(submission, 'lost');
    }
  }

  // Observations.

  /** Checks an event of a client and updates the model. */
  recordEvent(tab: Tab, event: ClientEvent): void {
    this.expire();
    const entry = this.entries.get(event.id);
    if (tab.state === 'gone') return;
    if (!entry) {
      if (event.id) this.report(`an event has the unknown id ${event.id}`);
      return;
    }
    if (event.state === 'stored') entry.isStored = true;
    if (event.state === 'stored' || event.state === 'sent') entry.memoryTabs.delete(tab);
    const isTrue =
      event.state === 'sent'
        ? this.environment.endpoint.received.has(event.id)
        : event.state === 'parked'
          ? entry.rejections > 0 || entry.submitting > 0
          : event.state === 'discarded'
            ? entry.removals > 0 || this.#purges > 0
            : true;
    if (!isTrue) this.report(`an event reports ${event.id} as ${event.state}, but it is not`);
  }

  onPost(post: Post): void {
    const { tab, id, body, init } = post;
    const entry = this.entries.get(id);
    if (!entry) return this.report(`the unknown key ${id} is posted`);
    if (!entry.bodies.has(body)) this.report(`${id} is posted with different bytes: ${body}`);
    if (!entry.mayBeQueued && entry.submitting === 0)
      this.report(`${id} is posted, but submit() rejected it`);
    if (entry.isPurged && !post.isExempt) this.report(`${id} is posted after it was purged`);
    if (entry.isParked && !post.isExempt) this.report(`${id} is posted after it was parked`);
    // The result of this attempt replaces the earlier one.
    entry.isParked = false;
    if (!tab.hasConsent || !entry.isConsented) this.report(`${id} is posted without consent`);
    if (tab.isSilent && entry.submitting === 0) this.report(`${id} is posted by a closed client`);
    if (
      init.method !== 'POST' ||
      init.redirect !== 'manual' ||
      init.credentials !== 'omit' ||
      init.cache !== 'no-store'
    )
      this.report('a request has the wrong method, redirect, credentials or cache mode');
    this.#checkAlone(post);
    this.pauses.onPost(post);
    this.requestBudget.onPost(post);
  }

  /** With Web Locks, only the tab that has the lock may send, and only one record at a time. */
  #checkAlone({ tab, isExempt }: Post): void {
    const { endpoint, locks } = this.environment;
    if (tab.features.hasLocks && !isExempt && !locks.isHeldBy(tab))
      this.report('a request is sent without the lock');
    const isOrderly = (post: Post): boolean =>
      post.tab.features.hasLocks && post.tab.state === 'open' && !post.isOver && !post.isExempt;
    const tabs = endpoint.posts.filter(isOrderly).map((post) => post.tab);
    if (tabs.length > 1)
      this.report(`${tabs.length} requests run at the same time, in ${new Set(tabs).size} tabs`);
  }

  /** A tab must not lose its lock while it reports progress. */
  onLockStolen(tab: Tab): void {
    const { endpoint, time } = this.environment;
    const sinceMs = time.elapsedMs - STEAL_AFTER_MS + 1000;
    const isAtWork = endpoint.posts.some((post) => post.tab === tab && (post.endMs ?? 0) > sinceMs);
    if (tab.state === 'open' && isAtWork) this.report('the lock is stolen from a tab that is sending');
  }

  onReply(post: Post): void {
    const { id, reply } = post;
    const entry = this.entries.get(id);
    if (!entry) return;
    if (isPermanentRejection(reply)) entry.rejections++;
    if (isConfirmation(reply)) entry.confirmations++;
    this.pauses.onReply(post);
  }

  // Guarantees.

  /** Checks that the promises of every receipt have settled, where the model can know. */
  checkReceipts(): void {
    for (const { tab, entry, state, isTried, isSettled, goneTabs } of this.submissions) {
      if (tab.state === 'gone' || tab.isClosed || state === 'rejected') continue;
      if (state === 'open') this.report(`submit() of ${entry.id} does not settle`);
      else if (!isTried) this.report(`"tried" of ${entry.id} does not settle`);
      // A tab that is gone may not have broadcast its event, and a deletion of the site's data causes no event.
      else if (!isSettled && goneTabs === this.goneTabs && !entry.isUncertain && !this.#isReplaced(entry))
        this.report(`"settled" of ${entry.id} does not settle`);
    }
  }

  /** Returns whether the endpoint received the record, or a later version, which includes all of its answers. */
  arrived(id: string): boolean {
    const { received } = this.environment.endpoint;
    return received.has(id) || this.#later(id).some((later) => received.has(later));
  }

  /** Returns the keys of later versions of the same record. */
  #later(id: string): string[] {
    return [...this.entries.keys()].filter((key) => isEarlier(id, key));
  }

  /**
   * Returns whether a later partial version replaced the record. In that case, no event reports its end before the
   * complete record ends.
   */
  #isReplaced({ id }: Entry): boolean {
    return this.#later(id).some((key) => key.includes('.'));
  }

  /** Throws if a violation was recorded. */
  assert(): void {
    if (this.violations.length > 0) throw new Error([...new Set(this.violations)].join('\n'));
    for (const { id, confirmations, submits } of this.entries.values())
      if (this.isUndisturbed && confirmations > submits)
        throw new Error(`${id} was confirmed ${confirmations} times`);
  }

  /** Checks the device while the environment is idle. @param stored all queue entries of the device */
  onIdle(stored: ReadonlyMap<string, unknown>): void {
    this.pauses.onIdle();
    this.#checkStore(stored);
    const underWay = this.environment.endpoint.posts.filter(({ isOver }) => !isOver);
    for (const { id, tab, isExempt } of underWay)
      if (this.entries.get(id)?.isPurged && tab.state === 'open' && !isExempt)
        this.report(`${id} is still being sent after it was purged`);
    for (const entry of this.entries.values())
      entry.isParked =
        (stored.get(entry.id) as { state?: string } | undefined)?.state === 'parked' &&
        entry.copyTabs.size === 0 &&
        entry.submitting + entry.retrying === 0 &&
        !this.environment.isTried(entry.id);
  }

  #checkStore(stored: ReadonlyMap<string, unknown>): void {
    this.expire();
    const { received } = this.environment.endpoint;
    for (const [id, json] of this.#unreadable)
      if (JSON.stringify(stored.get(id)) !== json)
        this.report(`${id} was changed, although it is damaged or of a later version`);
    for (const entry of this.entries.values()) {
      const queueEntry = stored.get(entry.id) as { body: string } | undefined;
      if (queueEntry && !entry.mayBeQueued && entry.submitting === 0)
        this.report(`${entry.id} is stored, but submit() rejected it`);
      if (queueEntry && !entry.isConsented) this.report(`${entry.id} is stored without consent`);
      if (queueEntry && !entry.bodies.has(queueEntry.body))
        this.report(`${entry.id} is stored with different bytes`);
      entry.isPromised ||= entry.isStored && queueEntry !== undefined && this.#removing === 0;
      const isKept = (id: string): boolean => stored.has(id) || received.has(id);
      if (entry.isPromised && !isKept(entry.id) && !this.#later(entry.id).some(isKept))
        this.report(`${entry.id} is lost`);
    }
  }
}
