import type { ErrorCode, ResponseRecord } from '@heed/core';
import type { Changes } from './options.ts';

/** What an attempt to deliver a record came to. */
export interface Attempt {
  /**
   * - `sent`: the endpoint confirmed it, and it is off the device.
   * - `retrying`: no confirmation yet; the next attempt follows by itself.
   * - `held`: the endpoint or its settings look wrong (a redirect, 401, 403, 404 …); tried again once an hour, with
   *   each new page, and at once after `configure()`.
   * - `parked`: the endpoint refuses it as it is (400, 413, 414, 415, 422, 431). It stays until `retry` or `discard`.
   */
  state: 'sent' | 'retrying' | 'held' | 'parked';
  /**
   * The status of the reply (a 2xx where `acknowledge` said no), or a word: `network` nobody replied; `timeout` not
   * within 30 seconds; `html` a page answered, such as a captive portal's; `redirect`; `paused` it was not tried,
   * because others had just failed.
   */
  reason: string;
  /** When the next attempt is due at the earliest: milliseconds since 1970. Absent when none follows. */
  due?: number | undefined;
  /** The endpoint's reference number. Absent when it sent none, as the texts below; none is longer than 4,096 characters. */
  reference?: string;
  /** The endpoint's sentence for the visitor: plain text, never markup. */
  message?: string;
  /** Where the visitor can follow the case: an http(s) address. */
  statusUrl?: string;
}

/** What became of a record, or of an attempt. `discarded`: `discard()` or `purge()` removed it. */
export type Delivery = Attempt | { state: 'discarded' };

/**
 * Something happened to a record, in this tab or in another one of the same project.
 * An empty id means all that wait: `discarded` by `purge()`, or `retrying` later because others failed.
 */
export type ClientEvent = { id: string } & (
  | Delivery
  /** `stored`: it is on the device. `volatile`: it could not be stored, so it is in memory only. */
  | { state: 'stored' | 'volatile' }
  /** It was not taken: `HEED_FULL` or `HEED_RECORD`. */
  | { state: 'refused'; reason: ErrorCode }
);

/** What `submit()` promises. */
export interface Receipt {
  id: string;
  /** `disk`: kept on the device until the endpoint confirms it. `memory`: gone with the page, sent as soon as possible. */
  stored: 'disk' | 'memory';
  /** What the first attempt came to. Never rejects; stays open while no attempt could be made. */
  verdict: Promise<Delivery>;
  /** `sent`, `parked` or `discarded`. Never rejects; stays open when this page is left before. */
  settled: Promise<Delivery>;
}

/** One waiting record, without what it says. */
export interface Item {
  id: string;
  /** `waiting`: not tried yet. `damaged`: not readable, set aside. `newer`: written by a later version, left alone. */
  state: 'waiting' | 'retrying' | 'held' | 'parked' | 'damaged' | 'newer';
  stored: 'disk' | 'memory';
  /** When it was accepted: milliseconds since 1970. Absent for damaged and newer rows, as are the next two. */
  at?: number;
  /** Attempts so far. */
  tries?: number;
  /** Why the last attempt failed; absent before the first. See {@link Delivery}. */
  reason?: string | undefined;
  /** When the next attempt is due at the earliest: milliseconds since 1970. */
  due?: number | undefined;
}

export interface Client {
  /**
   * Keeps the record on the device, then sends it.
   *
   * The same id with the same bytes is taken once, however often it is submitted.
   *
   * @throws HeedError (as a rejection; nothing is stored then) `HEED_RECORD` when the id is no UUID or waits already
   *   with other bytes, `HEED_SERIALISE` when it cannot be written as JSON, `HEED_FULL` when `maxItems` are waiting,
   *   `HEED_CLOSED` after `close()`
   */
  submit(record: ResponseRecord): Promise<Receipt>;
  /**
   * Changes where and how records are sent, and tries at once whatever waits.
   *
   * @throws HeedError `HEED_ENDPOINT` as `createClient`
   */
  configure(changes: Changes): void;
  /** Tries whatever waits, except where the endpoint asked for a pause. Resolves when that is done; never rejects. */
  flush(): Promise<void>;
  /** What waits and why, in no promised order. */
  pending(): Promise<Item[]>;
  /** As `pending()`, with the bytes to be sent. They hold what the visitor wrote. `body` is absent for damaged and newer rows. */
  export(): Promise<(Item & { body?: string })[]>;
  /** Lets a parked or held record try again, now. An unknown id is ignored. */
  retry(id: string): Promise<void>;
  /** Removes one record, sent or not. An unknown id is ignored. Rejects when the device cannot delete it. */
  discard(id: string): Promise<void>;
  /** Removes every record and stops what is being sent; nothing of it is sent afterwards. Rejects when the device cannot delete. */
  purge(): Promise<void>;
  /** Hears every event from now on. A listener that throws disturbs no other. @returns stops it */
  subscribe(listener: (event: ClientEvent) => void): () => void;
  /** Stops timers and listeners. What waits stays on the device; an attempt under way goes on to its end. */
  close(): void;
}
