import type { Tab } from './tab.ts';

/** Returns whether the first key is the key of an earlier version of the second: partial, and of the same record. */
export function isEarlier(key: string, than: string): boolean {
  const isOfSame = key.slice(0, 36) === than.slice(0, 36);
  return isOfSame && key.includes('.') && (key < than || !than.includes('.'));
}

/** The state of one record in the model, by its idempotency key. */
export interface Entry {
  id: string;
  /** Bodies that may be posted under the id: more than one only if the page submitted different bytes. */
  bodies: Set<string>;
  /** True if `submit()` reported the record as stored on disk and its removal was not requested since. */
  isPromised: boolean;
  /** Tabs in which `submit()` reported the record as stored in memory and no event has changed that since. */
  memoryTabs: Set<Tab>;
  /**
   * Tabs that may have a copy in memory. A superset of `memoryTabs`: a tab keeps its copy when another tab reports that
   * the record was stored or removed.
   */
  copyTabs: Set<Tab>;
  /** True if an event reported it as stored on the device, and its removal was not requested since. */
  isStored: boolean;
  /** True unless every `submit()` of the record was rejected. */
  mayBeQueued: boolean;
  /** True if it was purged and not submitted again since. */
  isPurged: boolean;
  /** True if it was parked when the environment was last idle, and no tab had a copy in memory. */
  isParked: boolean;
  /** True if a tab with consent has the record, so that it may be stored and sent. */
  isConsented: boolean;
  /** True if a closed client had it in memory: that client does not receive a purge, and may restore the record. */
  isOutOfReach: boolean;
  /** True if the outcome is unknown: it was removed during a submit, or with all of the site's data. */
  isUncertain: boolean;
  submits: number;
  /** Number of `submit()` and, below, of `retry()` calls in progress. */
  submitting: number;
  retrying: number;
  removals: number;
  /** Number of replies so far that park it. */
  rejections: number;
  /** Number of replies so far that confirm it. */
  confirmations: number;
  /** The time of the earliest submit on the device's clock, in milliseconds since 1970. */
  atMs: number;
}

/** A call of `submit()` and the promises of its receipt. */
export interface Submission {
  tab: Tab;
  entry: Entry;
  body: string;
  /** True if these bytes were not submitted under this id before. */
  isNewBody: boolean;
  /** The counts of removals, gone tabs and posts when the call began. */
  removals: number;
  goneTabs: number;
  posts: number;
  /** The expected result; undefined if the model cannot predict it, because other operations are in progress. */
  expected: 'accepted' | 'HEED_FULL' | 'HEED_RECORD' | undefined;
  state: 'open' | 'accepted' | 'rejected' | 'lost';
  isTried: boolean;
  isSettled: boolean;
}

/** Returns the entry of an id that was not submitted yet. */
export function createEntry(id: string, atMs: number): Entry {
  return {
    id,
    bodies: new Set(),
    isPromised: false,
    memoryTabs: new Set(),
    copyTabs: new Set(),
    isStored: false,
    mayBeQueued: false,
    isPurged: false,
    isParked: false,
    isConsented: false,
    isOutOfReach: false,
    isUncertain: false,
    submits: 0,
    submitting: 0,
    retrying: 0,
    removals: 0,
    rejections: 0,
    confirmations: 0,
    atMs,
  };
}
