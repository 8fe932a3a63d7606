import type { ClientEvent, Receipt } from '../../src/index.ts';
import { createEntry, isEarlier, type Entry, type Ticket } from './entry.ts';
import { isConfirmation, isRefusal, type Observer, type Post } from './endpoint.ts';
import { Pauses } from './pauses.ts';
import { Rate } from './rate.ts';
import type { Tab } from './tab.ts';
import type { Environment } from './environment.ts';

/** Who has the lock and is not heard of for so long may lose it. */
const PATIENCE_MS = 60_000;

/** The model, and the promises that are checked against it. */
export class Ledger implements Observer {
  readonly entries = new Map<string, Entry>();
  readonly tickets: Ticket[] = [];
  readonly pauses: Pauses;
  readonly rate: Rate;
  readonly violations: string[] = [];
  readonly maxAgeMs: number;
  /** Tabs that are gone, by whatever way. */
  deaths = 0;
  /** Nothing happened yet that may have a record sent twice. */
  isCalm = true;
  /** Rows that no client may touch, unless it removes everything. */
  readonly #foreign = new Map<string, string>();
  /** Removals of any kind under way. */
  #removing = 0;
  /** Purges among them. */
  #purges = 0;
  #environment!: Environment;

  constructor(maxAgeMs = Infinity) {
    this.rate = new Rate(this);
    this.maxAgeMs = maxAgeMs;
    this.pauses = new Pauses(this);
  }

  watch(environment: Environment): void {
    this.#environment = environment;
  }

  get environment(): Environment {
    return this.#environment;
  }

  report(violation: string): void {
    this.violations.push(violation);
  }

  // Submits.

  beginSubmit(tab: Tab, id: string, body: string, expected: Ticket['expected']): Ticket {
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
    const ticket: Ticket = {
      tab,
      entry,
      body,
      isNewBody,
      removals: entry.removals,
      deaths: this.deaths,
      posts: this.environment.endpoint.posts.length,
      expected,
      state: 'open',
      isTried: false,
      isSettled: false,
    };
    this.tickets.push(ticket);
    return ticket;
  }

  accept(ticket: Ticket, { id, stored, tried, settled }: Receipt): void {
    const { tab, entry, expected } = ticket;
    if (ticket.state !== 'open') return;
    this.#end(ticket, 'taken');
    if (id !== entry.id) this.report(`the receipt of ${entry.id} is for ${id}`);
    if (expected && (expected !== 'taken' || stored !== 'disk'))
      this.report(`${id} is on ${stored}, where ${expected} was due`);
    // Where somebody asked meanwhile for its removal, either may have come first.
    if (entry.removals === ticket.removals) {
      if (stored === 'disk') entry.isPromised = true;
      else if (!tab.isClosed) entry.memoryTabs.add(tab);
    }
    if (stored === 'memory') entry.copyTabs.add(tab);
    const fail = (error: unknown): unknown =>
      tab.state !== 'gone' && this.report(`a promise of ${id} rejects: ${String(error)}`);
    tried.then(() => (ticket.isTried = true), fail);
    settled.then((event) => {
      if (tab.state === 'gone') return;
      ticket.isSettled = true;
      // The complete record ends what its partial versions have begun.
      if (!id.startsWith(event.id)) this.report(`${id} is settled by an event of ${event.id}`);
      this.hear(tab, { ...event, id: event.id || id });
    }, fail);
  }

  refuse(ticket: Ticket, error: unknown): void {
    const { entry, body, isNewBody, expected, posts } = ticket;
    if (ticket.state !== 'open') return;
    this.#end(ticket, 'refused');
    const code = (error as { code?: string } | undefined)?.code;
    if (code !== 'HEED_FULL' && code !== 'HEED_RECORD') this.report(`submit rejects: ${String(error)}`);
    if (expected && expected !== code)
      this.report(`${entry.id} is refused: ${code}, where ${expected} was due`);
    const isElsewhere = this.tickets.some(
      (other) =>
        other !== ticket && other.state !== 'refused' && other.entry === entry && other.body === body,
    );
    if (!isNewBody || isElsewhere) return;
    const copies = this.environment.endpoint.posts
      .slice(posts)
      .filter((post) => post.id === entry.id && post.body === body);
    if (copies.length === 0) entry.bodies.delete(body);
    // A page that is left posts before it knows.
    if (copies.some(({ isExcused }) => !isExcused))
      this.report(`${entry.id} is refused and posted all the same`);
  }

  #end(ticket: Ticket, state: Ticket['state']): void {
    ticket.state = state;
    ticket.entry.submitting--;
    if (state !== 'refused') ticket.entry.isTaken = true;
  }

  #makeEntry(id: string): Entry {
    const entry = createEntry(id, this.#environment.time.deviceNow());
    this.entries.set(id, entry);
    return entry;
  }

  /** An earlier visit left it on the device, where an earlier client had promised to keep it. */
  inherit(id: string, body: string): void {
    const entry = this.#makeEntry(id);
    entry.bodies.add(body);
    entry.isPromised = entry.isTaken = entry.isConsented = true;
    entry.submits++;
  }

  /** It lies on the device, and is none of the client's business. */
  inheritForeign(id: string, row: unknown): void {
    this.#foreign.set(id, JSON.stringify(row));
  }

  /** @returns to be called at its end, also when the tab does not live to see it */
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

  /** @returns to be called at its end, also when the tab does not live to see it */
  beginRemoval(entries: readonly Entry[], isPurge: boolean): (hasSucceeded: boolean) => void {
    const before = entries.map(({ submits, submitting }) => ({ submits, submitting }));
    for (const entry of entries) this.#release(entry);
    this.#removing++;
    if (isPurge) {
      this.#purges++;
      this.#foreign.clear();
    }
    let isOver = false;
    return (hasSucceeded) => {
      if (isOver) return;
      isOver = true;
      this.#removing--;
      for (const [index, entry] of entries.entries()) {
        const isAlone = before[index]?.submits === entry.submits && before[index]?.submitting === 0;
        if (isPurge && isAlone && hasSucceeded && !entry.isOutOfReach) entry.isPurged = true;
        // Where it was submitted meanwhile, either may have come first.
        if (!isAlone) this.#lose(entry);
      }
      if (!isPurge) return;
      this.#purges--;
      for (const entry of this.entries.values()) if (!entries.includes(entry)) this.#lose(entry);
    };
  }

  clear(): void {
    this.#foreign.clear();
    for (const entry of this.entries.values()) this.#lose(entry);
  }

  /** Lets the promise of what is older than the limit lapse. To be called before the clock goes back. */
  expire(): void {
    for (const entry of this.entries.values())
      if (this.#environment.time.deviceNow() - entry.atMs > this.maxAgeMs) this.#release(entry);
  }

  #lose(entry: Entry): void {
    this.#release(entry);
    entry.isUncertain = true;
  }

  /** What it has replaced goes with it. */
  #release(entry: Entry): void {
    for (const other of this.entries.values()) if (isEarlier(other.id, entry.id)) this.#releaseOne(other);
    this.#releaseOne(entry);
  }

  #releaseOne(entry: Entry): void {
    this.pauses.markUnshared(entry.id);
    entry.removals++;
    entry.isPromised = entry.isStored = entry.isParked = false;
    entry.memoryTabs.clear();
  }

  // Tabs.

  /** The tab may store and send from now on. */
  consent(tab: Tab): void {
    for (const ticket of this.tickets) if (ticket.tab === tab) ticket.entry.isConsented = true;
  }

  /** What the tab had in memory is gone. */
  removeTab(tab: Tab): void {
    this.deaths++;
    this.pauses.forget(tab);
    for (const entry of this.entries.values()) {
      entry.copyTabs.delete(tab);
      if (entry.memoryTabs.delete(tab)) entry.isOutOfReach ||= tab.isClosed;
    }
    for (const ticket of this.tickets) {
      if (ticket.tab !== tab || ticket.state !== 'open') continue;
      ticket.entry.isOutOfReach ||= tab.isClosed;
      this.#end(ticket, 'lost');
    }
  }

  // What is observed.

  hear(tab: Tab, event: ClientEvent): void {
    this.expire();
    const entry = this.entries.get(event.id);
    if (tab.state === 'gone') return;
    if (!entry) {
      if (event.id) this.report(`an event of an unknown id: ${event.id}`);
      return;
    }
    if (event.state === 'stored') entry.isStored = true;
    if (event.state === 'stored' || event.state === 'sent') entry.memoryTabs.delete(tab);
    const isTrue =
      event.state === 'sent'
        ? this.#environment.endpoint.held.has(event.id)
        : event.state === 'parked'
          ? entry.parks > 0 || entry.submitting > 0
          : event.state === 'discarded'
            ? entry.removals > 0 || this.#purges > 0
            : true;
    if (!isTrue) this.report(`${event.id} is called ${event.state}, and is not`);
  }

  onPost(post: Post): void {
    const { tab, id, body, init } = post;
    const entry = this.entries.get(id);
    if (!entry) return this.report(`an unknown key is posted: ${id}`);
    if (!entry.bodies.has(body)) this.report(`other bytes are posted under ${id}: ${body}`);
    if (!entry.isTaken && entry.submitting === 0) this.report(`${id} is posted, which was refused`);
    if (entry.isPurged && !post.isExcused) this.report(`${id} is posted, which was purged`);
    if (entry.isParked && !post.isExcused) this.report(`${id} is posted, which was parked`);
    // What this attempt comes to takes its place.
    entry.isParked = false;
    if (!tab.hasConsent || !entry.isConsented) this.report(`${id} is posted without consent`);
    if (tab.isSilent && entry.submitting === 0) this.report(`${id} is posted by a closed client`);
    if (
      init.method !== 'POST' ||
      init.redirect !== 'manual' ||
      init.credentials !== 'omit' ||
      init.cache !== 'no-store'
    )
      this.report('a request of another kind');
    this.#checkAlone(post);
    this.pauses.onPost(post);
    this.rate.onPost(post);
  }

  /** Where there are locks, one tab sends at a time, the one that has the lock, and one record at a time. */
  #checkAlone({ tab, isExcused }: Post): void {
    const { endpoint, locks } = this.#environment;
    if (tab.features.hasLocks && !isExcused && !locks.isHeldBy(tab))
      this.report('a request without the lock');
    const isOrderly = (post: Post): boolean =>
      post.tab.features.hasLocks && post.tab.state === 'open' && !post.isOver && !post.isExcused;
    const tabs = endpoint.posts.filter(isOrderly).map((post) => post.tab);
    if (tabs.length > 1) this.report(`${tabs.length} requests at once, by ${new Set(tabs).size} tabs`);
  }

  /** Nobody may take the lock from a tab whose work is heard of. */
  onTheft(tab: Tab): void {
    const { endpoint, time } = this.#environment;
    const sinceMs = time.elapsedMs - PATIENCE_MS + 1000;
    const isAtWork = endpoint.posts.some((post) => post.tab === tab && (post.endMs ?? 0) > sinceMs);
    if (tab.state === 'open' && isAtWork) this.report('the lock is taken from a tab that is at work');
  }

  onReply(post: Post): void {
    const { id, reply } = post;
    const entry = this.entries.get(id);
    if (!entry) return;
    if (isRefusal(reply)) entry.parks++;
    if (isConfirmation(reply)) entry.confirmations++;
    this.pauses.onReply(post);
  }

  // What must hold.

  /** Every promise of a submit has come to its end, as far as anybody can tell. */
  checkReceipts(): void {
    for (const { tab, entry, state, isTried, isSettled, deaths } of this.tickets) {
      if (tab.state === 'gone' || tab.isClosed || state === 'refused') continue;
      if (state === 'open') this.report(`the submit of ${entry.id} does not end`);
      else if (!isTried) this.report(`${entry.id} is not tried`);
      // Who dies may take the news along; who deletes the site's data brings none.
      else if (!isSettled && deaths === this.deaths && !entry.isUncertain && !this.#isReplaced(entry))
        this.report(`${entry.id} does not settle`);
    }
  }

  /** The endpoint has it, or a later version, which says all that this one says. */
  arrived(id: string): boolean {
    const { held } = this.#environment.endpoint;
    return held.has(id) || this.#later(id).some((later) => held.has(later));
  }

  /** Keys of later versions of the same record. */
  #later(id: string): string[] {
    return [...this.entries.keys()].filter((key) => isEarlier(id, key));
  }

  /** A later partial version took its place: nobody tells how it ended, unless the complete one ends. */
  #isReplaced({ id }: Entry): boolean {
    return this.#later(id).some((key) => key.includes('.'));
  }

  /** Throws what was seen, if anything. */
  assert(): void {
    if (this.violations.length > 0) throw new Error([...new Set(this.violations)].join('\n'));
    for (const { id, confirmations, submits } of this.entries.values())
      if (this.isCalm && confirmations > submits)
        throw new Error(`${id} was confirmed ${confirmations} times`);
  }

  /** Everything is at rest. @param rows all that the device keeps */
  rest(rows: ReadonlyMap<string, unknown>): void {
    this.pauses.rest();
    this.#checkStore(rows);
    const underWay = this.#environment.endpoint.posts.filter(({ isOver }) => !isOver);
    for (const { id, tab, isExcused } of underWay)
      if (this.entries.get(id)?.isPurged && tab.state === 'open' && !isExcused)
        this.report(`${id} is still being sent, which was purged`);
    for (const entry of this.entries.values())
      entry.isParked =
        (rows.get(entry.id) as { state?: string } | undefined)?.state === 'parked' &&
        entry.copyTabs.size === 0 &&
        entry.submitting + entry.retrying === 0 &&
        !this.#environment.isTried(entry.id);
  }

  #checkStore(rows: ReadonlyMap<string, unknown>): void {
    this.expire();
    const { held } = this.#environment.endpoint;
    for (const [id, row] of this.#foreign)
      if (JSON.stringify(rows.get(id)) !== row)
        this.report(`${id} was touched, which is damaged or of a later version`);
    for (const entry of this.entries.values()) {
      const row = rows.get(entry.id) as { body: string } | undefined;
      if (row && !entry.isTaken && entry.submitting === 0)
        this.report(`${entry.id} is stored, which was refused`);
      if (row && !entry.isConsented) this.report(`${entry.id} is stored without consent`);
      if (row && !entry.bodies.has(row.body)) this.report(`${entry.id} is stored with other bytes`);
      entry.isPromised ||= entry.isStored && row !== undefined && this.#removing === 0;
      const isKept = (id: string): boolean => rows.has(id) || held.has(id);
      if (entry.isPromised && !isKept(entry.id) && !this.#later(entry.id).some(isKept))
        this.report(`${entry.id} is lost`);
    }
  }
}
