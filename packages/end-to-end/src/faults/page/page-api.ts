/** The interface between a test and its page. All arguments and results are JSON. */

import type { Delays } from './main-thread-monitor.ts';

/** A part of the platform that does not work. */
export type PlatformFault =
  | 'no IndexedDB'
  | 'open hangs'
  | 'open fails'
  | 'disk full'
  | 'delete fails'
  | 'read fails'
  | 'no locks'
  | 'no BroadcastChannel';

/** The URL that a client posts to. */
export type Endpoint = 'cross origin' | 'same origin' | 'wrong path' | 'unknown host';

/** The client's options as data. */
export interface ClientSettings {
  /** Defaults to `cross origin`. */
  endpoint?: Endpoint;
  /** The `authorization` header. With `unavailable`, the `headers` function rejects. */
  token?: string;
  /** `ok in body`: only a reply that contains `{"ok":true}` confirms a record. */
  acknowledge?: 'ok in body';
  /** The kind of value that `transform` returns and JSON cannot represent. */
  transform?: 'cycle' | 'BigInt' | 'function';
  /** The request format. Defaults to JSON, with the key in a header. */
  request?: 'as text' | 'as form';
  maxItems?: number;
  maxAgeMs?: number;
  consent?: boolean;
  /** Error of the device's clock, in milliseconds. */
  clockOffsetMs?: number;
  /** Platform faults that are in effect from the start. */
  faults?: readonly PlatformFault[];
  /** The value of `navigator.onLine`. */
  onLine?: boolean;
  /** Measures how long the main thread is blocked. */
  isMonitored?: boolean;
  /** The queue name of each of the page's clients. Defaults to one client with an unnamed queue. */
  queues?: readonly string[];
}

/** The configuration that the page receives in its URL. */
export interface PageConfig {
  /** Identifies the run and its queues on the device. */
  run: string;
  settings: ClientSettings;
  endpoints: Record<Endpoint, string>;
  /** Initial time of the page's clock, in milliseconds since 1970. */
  now: number;
}

/** The result of `submit()`. */
export interface Receipt {
  id: string;
  /** `disk`, `memory` or an error code. */
  result: string;
}

/** A message from the page to the site, sent independently of the test's calls. */
export interface Report {
  receipt?: Receipt;
  problem?: string;
}

/** A queue entry on the device. */
export interface StoredEntry {
  id: string;
  state: string | null;
}

/** The functions that a test can call in its page. */
export interface FaultPage {
  /**
   * Submits the records one after the other.
   *
   * @param fileBytes size of the file attached to each record; 0 for none
   */
  submit(bodies: string[], client: number, fileBytes: number): Promise<Receipt[]>;
  /** Submits all records concurrently and does not wait for the results. */
  submitConcurrently(bodies: string[], client: number): void;
  /** Submits and navigates to another page, in one task. */
  leave(bodies: string[], url: string): void;
  /** Submits in the `pagehide` event. */
  submitOnPagehide(bodies: string[]): void;
  configure(settings: ClientSettings): void;
  flush(): Promise<void>;
  retry(ids: string[]): Promise<void>;
  discard(ids: string[]): Promise<void>;
  purge(): Promise<void>;
  /** Calls `pending()` and returns only the count, because serialising the list would block the main thread. */
  countPending(): Promise<number>;
  /** Returns the state of each pending record by id. */
  pending(): Promise<Record<string, string>>;
  setFaults(faults: readonly PlatformFault[]): void;
  /** Sets `navigator.onLine` and dispatches the event on the window. */
  dispatch(type: string, onLine: boolean): void;
  stealLock(): Promise<void>;
  deleteDatabase(): Promise<void>;
  /** Advances the clock and runs the timers that are due. */
  advance(ms: number): void;
  /** Moves the clock without running timers. */
  shiftClock(ms: number): void;
  /** Advances the clock unless a request is pending, which would time out. Returns whether it did. */
  advanceIfIdle(ms: number): boolean;
  /** Returns the time until the next timer, or `null` without timers and while a request is pending. */
  nextTimerMs(): number | null;
  describe(): PageState;
  /** Returns the delays since the page started, or `undefined` unless `isMonitored` is set. */
  readDelays(): Promise<Delays | undefined>;
  /** Writes entries to a queue, and creates the queue if necessary. */
  writeEntries(queue: string, entries: [id: string, entry: unknown][]): Promise<void>;
  /** Blocks every later `open()`, with a deletion that cannot start while this page keeps the database open. */
  blockDatabase(queue: string): Promise<void>;
  unblockDatabase(): void;
  readEntries(queue: string): Promise<StoredEntry[]>;
}

export interface PageState {
  path: string;
  wasCached: boolean;
  isSecure: boolean;
  hasLocks: boolean;
  /** Attempts by the clients of this page so far. */
  attempts: number;
  problems: string[];
}

declare global {
  var faultPage: FaultPage;
}
