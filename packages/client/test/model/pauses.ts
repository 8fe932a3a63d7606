import type { Post, Reply } from './endpoint.ts';
import type { Ledger } from './ledger.ts';
import type { Tab } from './tab.ts';

const DAY_MS = 86_400_000;

interface Pause {
  post: Post;
  untilMs: number;
  /** True once the environment was idle after the reply, so the tab must have processed it. */
  isKnown: boolean;
  /** True if the pause is stored on the device, so that other tabs must respect it as well. */
  isShared: boolean;
  /** How often the tab's page had been left or frozen when the pause began. */
  suspensions: number;
  /** Tabs that were busy when the pause began and have not been idle since. */
  exemptTabs: Set<Tab>;
}

/** Checks that no request is sent during a pause that the endpoint asked for. */
export class Pauses {
  readonly #ledger: Ledger;
  #pauses: Pause[] = [];

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  onReply(post: Post): void {
    const ms = readMs(post.reply);
    // If the device fails, a tab may not store the pause in time.
    if (ms > 0 && this.#ledger.environment.device.fault === 'none') this.#add(post, ms);
  }

  onPost({ tab, id, atMs, isExempt }: Post): void {
    for (const { post, untilMs, isKnown, isShared, exemptTabs } of this.#pauses) {
      const mustKnow = isShared || tab === post.tab;
      if (isKnown && mustKnow && atMs < untilMs - 1 && !isExempt && !exemptTabs.has(tab))
        this.#ledger.report(
          `a request is sent ${untilMs - atMs} ms before the end of the pause after ${post.id}`,
        );
      // The result of this attempt will replace the stored pause.
      this.markUnshared(id);
    }
  }

  /** Updates the pauses while the environment is idle. */
  onIdle(): void {
    const { endpoint, time, tabs } = this.#ledger.environment;
    const busy = new Set(endpoint.posts.filter(({ isOver }) => !isOver).map(({ tab }) => tab));
    for (const tab of tabs) if (tab.state === 'frozen' || tab.isPageHidden) busy.add(tab);
    this.#pauses = this.#pauses.filter(({ untilMs }) => untilMs > time.elapsedMs);
    for (const pause of this.#pauses) {
      pause.exemptTabs = pause.isKnown ? pause.exemptTabs.intersection(busy) : busy;
      const { tab } = pause.post;
      // A client that was closed or whose page was left in the meantime does not store the pause.
      if (!pause.isKnown && (tab.isClosed || tab.suspensions > pause.suspensions)) pause.isShared = false;
      pause.isKnown = true;
    }
  }

  /** Removes all pauses after an event that may end them: a clock jump, a storage fault or a deleted queue entry. */
  clear(): void {
    this.#pauses = [];
  }

  /** Records that the pause after this record is no longer on the device: it was removed or submitted again. */
  markUnshared(id: string): void {
    for (const pause of this.#pauses) if (pause.post.id === id) pause.isShared = false;
  }

  /** Removes the pauses that were known only to a tab that is gone. */
  forget(tab: Tab): void {
    this.#pauses = this.#pauses.filter(
      ({ post, isKnown, isShared }) => post.tab !== tab || (isKnown && isShared),
    );
  }

  #add(post: Post, ms: number): void {
    const { entries, environment } = this.#ledger;
    this.#ledger.requestBudget.allow(1);
    // The device stores only the last pause.
    for (const pause of this.#pauses) pause.isShared = false;
    this.#pauses.push({
      post,
      untilMs: environment.time.elapsedMs + ms,
      isKnown: false,
      suspensions: post.tab.suspensions,
      isShared: !post.isExempt && !environment.isTried(post.id) && entries.get(post.id)?.isPromised === true,
      exemptTabs: new Set(),
    });
  }
}

/** Returns how long the reply asks to wait; 0 if that depends on the device's clock. */
function readMs({ retryAfter, hasDate }: Reply): number {
  if (!retryAfter || 'text' in retryAfter) return 0;
  if ('seconds' in retryAfter) return Math.min(retryAfter.seconds * 1000, DAY_MS);
  // Dates in headers are in whole seconds.
  return hasDate ? Math.min(retryAfter.dateMs - 1000, DAY_MS) : 0;
}
