import type { ErrorCode, ResponseRecord } from '@heed/core';
import type { Changes } from './options.ts';

/** What an attempt to deliver a record came to. */
export interface Attempt {
  /**
   * - `sent`: the endpoint confirmed it, and it is off the device.
   * - `retrying`: no confirmation yet; the next attempt follows by itself.
   * - `held`: the endpoint or its settings look wrong (a redirect, 401, 403, 404 …); tried again after an hour, with
   *   each new page, and at once after `configure()`.
   * - `parked`: the endpoint refuses it as it is (400, 413, 414, 415, 422, 431). It stays until `retry` or `discard`.
   */
  state: 'sent' | 'retrying' | 'held' | 'parked';
  /**
   * The status of the reply (a 2xx where `acknowledge` said no), or a word: `network` nobody replied; `timeout` not
   * within 30 seconds; `html` a page answered, such as a captive portal's; `redirect`.
   */
  reason: string;
  /** When the next attempt is due at the earliest: milliseconds since 1970. Absent when none follows. */
  due?: number;
  /** True when the endpoint asked for a pause (`Retry-After`): nothing at all is sent before `due`. */
  isPause?: boolean;
  /** The reply's body: at most 4,096 characters, the beginning of it. Empty when nobody replied. Not to be trusted. */
  reply: string;
}

/** A record was taken off the device without a confirmation: by `discard()`, by `purge()`, or after `maxAgeMs`. */
export interface Discarded {
  state: 'discarded';
  reason: 'discard' | 'purge' | 'expired';
}

/** How a record ended. Its id is empty where `purge()` discarded all. A parked one may begin again by `retry()`. */
export type Settled = { id: string } & ((Attempt & { state: 'sent' | 'parked' }) | Discarded);

/**
 * Something happened to a record, in this tab or in another one of the same project. The id is that of its receipt,
 * and empty where `purge()` discards all that wait.
 */
export type ClientEvent = { id: string } & (
  | Attempt
  | Discarded
  /** `stored`: it is on the device, in the place of earlier versions of it. `volatile`: it is in memory only, since it could not or must not be stored. */
  | { state: 'stored' | 'volatile' }
  /** It was not taken, for the reason of the error that `submit()` rejects with. */
  | { state: 'refused'; reason: ErrorCode }
);

/** What `submit()` promises. */
export interface Receipt {
  /** Of the record. That of a partial one is followed by a dot and its time: see `idempotencyKeyOf()` of `@heed/core`. */
  id: string;
  /** `disk`: kept on the device until the endpoint confirms it. `memory`: gone with the page, sent as soon as possible. */
  stored: 'disk' | 'memory';
  /** Resolves when the attempt that follows is over, also when none could be made. Never rejects. */
  tried: Promise<void>;
  /**
   * How it ended, or how the complete record ended that took the place of a partial one. Never rejects; stays open when
   * this page is left before.
   */
  settled: Promise<Settled>;
}

/** One waiting record, without what it says. */
export interface Item {
  /** As in {@link Receipt}. */
  id: string;
  /** `waiting`: not tried yet. `damaged`: not readable, set aside. `newer`: written by a later version, left alone. */
  state: 'waiting' | 'retrying' | 'held' | 'parked' | 'damaged' | 'newer';
  stored: 'disk' | 'memory';
  /** When it was accepted: milliseconds since 1970. Absent for damaged and newer rows, as are the next two. */
  at?: number;
  /** Attempts so far. */
  tries?: number;
  /** Why the last attempt failed, as in {@link Attempt}; absent before the first. */
  reason?: string | undefined;
  /** When the next attempt is due at the earliest: milliseconds since 1970. */
  due?: number | undefined;
  /** True when the endpoint asked for this pause, which holds for everything. */
  isPause?: boolean;
}

/** One waiting record with what the visitor wrote. */
export interface ExportedItem extends Item {
  /** The JSON to be sent. Absent for damaged and newer rows. */
  body?: string;
  files?: readonly File[] | undefined;
  /** What the endpoint said last. Absent before the first attempt. */
  reply?: string;
}

export interface Client {
  /**
   * Keeps the record on the device, then sends it.
   *
   * The same id with the same bytes is taken once, however often it is submitted. A partial record is a version of the
   * one with its id: it waits until a later version is on the device, a partial or the complete one, or the endpoint has
   * confirmed it. Each version is posted under a key of its own.
   *
   * @param files sent along with it: as `asForm` of `@heed/client/requests` does where there is no `request`
   * @throws HeedError (as a rejection; nothing is stored then) `HEED_RECORD` when the id is no UUID, or waits already
   *   with other bytes; `HEED_SERIALISE` when it cannot be written as JSON; `HEED_FULL` when `maxItems` are waiting
   */
  submit(record: ResponseRecord, files?: readonly File[]): Promise<Receipt>;
  /**
   * Changes where, how and whether records are sent, and tries at once whatever waits.
   *
   * @throws HeedError `HEED_ENDPOINT` as `createClient`
   */
  configure(changes: Changes): void;
  /**
   * Tries whatever waits, until an attempt fails, except where the endpoint asked for a pause.
   * Resolves when that is done; never rejects.
   */
  flush(): Promise<void>;
  /** What waits and why, in no promised order. */
  pending(): Promise<Item[]>;
  /** As `pending()`, with what the visitors wrote. */
  export(): Promise<ExportedItem[]>;
  /** Lets a parked or held record try again, now. An unknown id is ignored. */
  retry(id: string): Promise<void>;
  /** Removes one record, sent or not. An unknown id is ignored. Rejects when the device cannot delete it. */
  discard(id: string): Promise<void>;
  /** Removes every record and stops what is being sent; nothing of it is sent afterwards. Rejects when the device cannot delete. */
  purge(): Promise<void>;
  /**
   * Stops timers and listeners. What waits stays on the device; an attempt under way goes on to its end. What is
   * submitted afterwards is still kept, and tried once.
   */
  close(): void;
}
