/** What the test and its page say to each other: JSON, both ways. */

import type { Waits } from './block-watch.ts';

/** What of the device does not work. */
export type Breakage =
  | 'no IndexedDB'
  | 'open hangs'
  | 'open fails'
  | 'disk full'
  | 'delete fails'
  | 'read fails'
  | 'no locks'
  | 'no channel';

/** Which address a client posts to. */
export type Endpoint = 'other origin' | 'own origin' | 'wrong path' | 'no such host';

/** The client's options as data. */
export interface ClientSettings {
  /** `other origin` by default. */
  endpoint?: Endpoint;
  /** Header `authorization`; `none to be had`: asking for it fails. */
  token?: string;
  /** `body says ok`: only a reply with `{"ok":true}` confirms. */
  acknowledge?: 'body says ok';
  /** `transform` gives something that JSON cannot hold. */
  transform?: 'cycle' | 'BigInt' | 'function';
  /** How a record is posted; as JSON with the key in a header by default. */
  request?: 'as text' | 'as form';
  maxItems?: number;
  maxAgeMs?: number;
  consent?: boolean;
  /** How far the device's clock is off, in milliseconds. */
  clockMs?: number;
  /** What of the device fails from the start on. */
  broken?: readonly Breakage[];
  /** What `navigator.onLine` claims. */
  onLine?: boolean;
  /** Measures how long the main thread is blocked. */
  isWatched?: boolean;
  /** The queues of the page's clients: a name each. One client of a queue without a name by default. */
  queues?: readonly string[];
}

/** What the page is told in its address. */
export interface PageTask {
  /** Names the run, and with it the queues on the device. */
  run: string;
  settings: ClientSettings;
  endpoints: Record<Endpoint, string>;
  /** The time at which the clock stands: milliseconds since 1970. */
  now: number;
}

/** What `submit()` gave. */
export interface Receipt {
  id: string;
  /** `disk`, `memory` or the code of an error. */
  gives: string;
}

/** What the page tells the site by itself, whatever becomes of the page. */
export interface Report {
  receipt?: Receipt;
  problem?: string;
}

/** A row as it lies on the device. */
export interface DeviceRow {
  id: string;
  state: string | null;
}

/** What a test may ask of its page. Answers come as JSON. */
export interface FaultPage {
  /** One after the other. @param fileBytes the size of the file that comes with each; 0 for none */
  submit(bodies: string[], client: number, fileBytes: number): Promise<Receipt[]>;
  /** All at once. Does not wait for what becomes of them. */
  submitLoosely(bodies: string[], client: number): void;
  /** Submits and goes to another page, in one task. */
  leave(bodies: string[], url: string): void;
  /** Submits when the page is left. */
  submitOnLeaving(bodies: string[]): void;
  configure(settings: ClientSettings): void;
  flush(): Promise<void>;
  retry(ids: string[]): Promise<void>;
  discard(ids: string[]): Promise<void>;
  purge(): Promise<void>;
  /** Lists what waits, and says only how much it is: a long answer would keep the main thread busy by itself. */
  countPending(): Promise<number>;
  /** What waits: the state by id. */
  pending(): Promise<Record<string, string>>;
  break(what: readonly Breakage[]): void;
  dispatch(type: string, claims: boolean): void;
  stealLock(): Promise<void>;
  deleteDatabase(): Promise<void>;
  /** Time passes. */
  pass(ms: number): void;
  /** The clock is set. */
  jump(ms: number): void;
  /** As long as no request is under way, which would then come to its limit. @returns whether it has passed */
  passIfIdle(ms: number): boolean;
  /** How long until the next timer; null without one, and while a request is under way. */
  nextTimerMs(): number | null;
  describe(): PageState;
  /** Since the page started; absent where the scenario does not ask for it. */
  measureWaits(): Promise<Waits | undefined>;
  /** Writes rows to a queue that need not exist yet. */
  writeRows(queue: string, rows: [id: string, row: unknown][]): Promise<void>;
  /** Makes every later open of the database wait: a deletion that cannot begin while this page holds it open. */
  blockDatabase(queue: string): Promise<void>;
  unblockDatabase(): void;
  readRows(queue: string): Promise<DeviceRow[]>;
}

export interface PageState {
  path: string;
  wasCached: boolean;
  isSecure: boolean;
  hasLocks: boolean;
  /** Of the clients of this page, so far. */
  attempts: number;
  problems: string[];
}

declare global {
  var faults: FaultPage;
}
