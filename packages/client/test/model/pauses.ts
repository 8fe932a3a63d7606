import type { Post, Reply } from './endpoint.ts';
import type { Ledger } from './ledger.ts';
import type { Tab } from './tab.ts';

const DAY_MS = 86_400_000;

interface Pause {
  post: Post;
  untilMs: number;
  /** The tab had a rest since the reply, so it must have understood. */
  isKnown: boolean;
  /** Is it on the device, so that the other tabs must respect it too? */
  isShared: boolean;
  /** How often the tab's page had been left or frozen. */
  breaks: number;
  /** Tabs that were at work when it began, and have not come to rest since. */
  excused: Set<Tab>;
}

/** Where the endpoint asked to be left alone, nobody asks it anything before that time. */
export class Pauses {
  readonly #ledger: Ledger;
  #pauses: Pause[] = [];

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  onReply(post: Post): void {
    const ms = readMs(post.reply);
    // A device that fails may keep a tab from taking note in time.
    if (ms > 0 && this.#ledger.environment.device.fault === 'none') this.#add(post, ms);
  }

  onPost({ tab, id, atMs, isExcused }: Post): void {
    for (const { post, untilMs, isKnown, isShared, excused } of this.#pauses) {
      const mustKnow = isShared || tab === post.tab;
      if (isKnown && mustKnow && atMs < untilMs - 1 && !isExcused && !excused.has(tab))
        this.#ledger.report(`a request ${untilMs - atMs} ms before the end of a pause that ${post.id} met`);
      // What this attempt comes to will take its place.
      this.markUnshared(id);
    }
  }

  /** Everything is at rest. */
  rest(): void {
    const { endpoint, time, tabs } = this.#ledger.environment;
    const busy = new Set(endpoint.posts.filter(({ isOver }) => !isOver).map(({ tab }) => tab));
    for (const tab of tabs) if (tab.state === 'frozen' || tab.isLeaving) busy.add(tab);
    this.#pauses = this.#pauses.filter(({ untilMs }) => untilMs > time.elapsedMs);
    for (const pause of this.#pauses) {
      pause.excused = pause.isKnown ? pause.excused.intersection(busy) : busy;
      const { tab } = pause.post;
      // Nothing is written for a client that was closed, or whose page was left, meanwhile.
      if (!pause.isKnown && (tab.isClosed || tab.breaks > pause.breaks)) pause.isShared = false;
      pause.isKnown = true;
    }
  }

  /** Something happened that may end a pause: the clock jumped, the device fails, a row is gone. */
  clear(): void {
    this.#pauses = [];
  }

  /** The pause that a record met is no longer on the device: it is gone, or was submitted again and starts anew. */
  markUnshared(id: string): void {
    for (const pause of this.#pauses) if (pause.post.id === id) pause.isShared = false;
  }

  /** The tab is gone: what it alone knew is forgotten. */
  forget(tab: Tab): void {
    this.#pauses = this.#pauses.filter(
      ({ post, isKnown, isShared }) => post.tab !== tab || (isKnown && isShared),
    );
  }

  #add(post: Post, ms: number): void {
    const { entries, environment } = this.#ledger;
    this.#ledger.rate.allow(1);
    // The device notes one pause, the last.
    for (const pause of this.#pauses) pause.isShared = false;
    this.#pauses.push({
      post,
      untilMs: environment.time.elapsedMs + ms,
      isKnown: false,
      breaks: post.tab.breaks,
      isShared: !post.isExcused && !environment.isTried(post.id) && entries.get(post.id)?.isPromised === true,
      excused: new Set(),
    });
  }
}

/** How long the reply asks to wait, as far as that does not depend on the device's clock. */
function readMs({ retryAfter, hasDate }: Reply): number {
  if (!retryAfter || 'text' in retryAfter) return 0;
  if ('seconds' in retryAfter) return Math.min(retryAfter.seconds * 1000, DAY_MS);
  // Dates are written in whole seconds.
  return hasDate ? Math.min(retryAfter.dateMs - 1000, DAY_MS) : 0;
}
