import {
  mergeHistory,
  createHistory,
  recordVisit,
  readHistory,
  clampToNow,
  VISIT_GAP_MS,
  writeHistory,
  type History,
} from '@heed/core/prompts';
import { mayRemember, watchConsent } from '../../../shared/device/storage-consent.ts';
import { browserEnvironment, type PromptEnvironment } from './environment.ts';
import { INPUT_EVENTS, listen } from './listen.ts';

const KEY = 'heed-prompts';

/** The history of all prompts of the site, over tabs and visits. Without consent, of this page view only. */
export class PromptMemory {
  readonly environment: PromptEnvironment;
  readonly #watchers = new Set<() => void>();
  #stopListening: (() => void) | undefined;
  /** Used while nothing may be stored. */
  #pageHistory: History | undefined;
  #mayStore: boolean | undefined;
  /** Time of the user's last activity in this page. */
  #lastActivity = 0;
  /** The last write failed. */
  #isBroken = false;

  constructor(environment: PromptEnvironment = browserEnvironment) {
    this.environment = environment;
  }

  /** Returns the current history, or `undefined` if the device stores nothing. */
  read(): History | undefined {
    const history = this.#open();
    return this.#isBroken && !this.#pageHistory ? undefined : history;
  }

  /** Changes the history. Returns false if the device did not store it. */
  change(edit: (history: History, now: number) => void): boolean {
    const history = this.#open();
    if (!history) return false;
    edit(history, this.environment.now());
    const isStored = history === this.#pageHistory || this.#save(history);
    this.#notify();
    return isStored;
  }

  /**
   * Calls back after a change of the history in any tab, a change of consent, or a return to the page. Returns a function
   * that stops it.
   */
  watch(callback: () => void): () => void {
    if (this.#watchers.size === 0) this.#listen();
    this.#watchers.add(callback);
    return () => {
      if (this.#watchers.delete(callback) && this.#watchers.size === 0) this.#stopListening?.();
    };
  }

  #notify(): void {
    queueMicrotask(() => this.#watchers.forEach((callback) => callback()));
  }

  #open(): History | undefined {
    this.#applyConsent();
    if (this.#pageHistory) clampToNow(this.#pageHistory, this.environment.now());
    return this.#pageHistory ?? this.#load();
  }

  /** Consent may have been given or withdrawn since the last call. */
  #applyConsent(): void {
    const before = this.#mayStore;
    this.#mayStore = mayRemember();
    if (this.#mayStore === before) return;
    if (!this.#mayStore) {
      this.#pageHistory = (before && this.#load()) || createHistory();
      if (before) this.#delete();
      else recordVisit(this.#pageHistory, this.environment.now());
      return;
    }
    const added = this.#pageHistory;
    this.#pageHistory = undefined;
    if (!added) return;
    this.change((history, now) => {
      recordVisit(history, now);
      mergeHistory(history, added);
    });
  }

  #load(): History | undefined {
    try {
      return readHistory(this.environment.storage.getItem(KEY), this.environment.now());
    } catch {
      return undefined;
    }
  }

  #save(history: History): boolean {
    this.#isBroken = false;
    try {
      this.environment.storage.setItem(KEY, writeHistory(history));
    } catch {
      this.#isBroken = true;
    }
    return !this.#isBroken;
  }

  #delete(): void {
    try {
      this.environment.storage.removeItem(KEY);
    } catch {
      // Storage that cannot be accessed contains no entry.
    }
  }

  #listen(): void {
    // A page that is opened in the background is not a visit yet.
    this.#lastActivity = 0;
    if (this.environment.isVisible()) this.#onVisibilityChange();
    const stops = [
      listen<StorageEvent>(window, ['storage'], ({ key }) => (key === KEY || key === null) && this.#notify()),
      listen(document, ['visibilitychange'], () => this.#onVisibilityChange()),
      listen(document, INPUT_EVENTS, () => this.#onInput()),
      watchConsent(() => {
        this.#applyConsent();
        this.#notify();
      }),
    ];
    this.#stopListening = () => stops.forEach((stop) => stop());
  }

  /** A visit continues while the user is active in a visible page, and for 30 minutes after that. */
  #onInput(): void {
    const now = this.environment.now();
    const last = Math.min(this.#lastActivity, now);
    this.#lastActivity = now;
    if (now - last > VISIT_GAP_MS) this.#noteActivity(last);
  }

  #onVisibilityChange(): void {
    const last = this.#lastActivity;
    if (this.environment.isVisible()) this.#lastActivity = this.environment.now();
    this.#noteActivity(last);
  }

  #noteActivity(last: number): void {
    this.change((history, now) => {
      history.seen = Math.min(Math.max(history.seen, last), now);
      if (this.environment.isVisible()) recordVisit(history, now);
    });
  }
}

/** Shared by all prompts of the page. */
export const pageMemory = new PromptMemory();
