import type { ResponseRecord } from '@heed/core';
import type { PendingState, UnreadableState } from './delivery-states.ts';
import type { Settled } from './events.ts';
import type { Changes } from './options.ts';

/** The result of `submit()`. */
export interface Receipt {
  /** The record's id. For a partial record, a dot and its time follow: see `idempotencyKeyOf()` of `@heed/core`. */
  id: string;
  /** `disk`: stored until the endpoint confirms it. `memory`: sent as soon as possible, lost when the page closes. */
  stored: 'disk' | 'memory';
  /** Resolves when the next attempt is over, or when no attempt could be made. Never rejects. */
  tried: Promise<void>;
  /**
   * Resolves with the final state of the record, or of the complete record that replaced a partial one. Never rejects.
   * Stays pending if the page is closed first.
   */
  settled: Promise<Settled>;
}

/** A queued record, without its answers. */
export interface Item {
  /** The id in the {@link Receipt}. */
  id: string;
  /**
   * `waiting`: not tried yet. `retrying`, `held`, `parked`: see `Attempt`. `damaged`: cannot be read, and is not sent.
   * `newer`: written by a later version of the client, and left unchanged.
   */
  state: PendingState | 'parked' | UnreadableState;
  stored: 'disk' | 'memory';
  /**
   * The time of the submission, in milliseconds since 1970. Absent for damaged and newer entries, as are the next two.
   */
  at?: number;
  /** Number of attempts so far. */
  tries?: number;
  /** The reason why the last attempt failed, as in `Attempt`; absent before the first attempt. */
  reason?: string | undefined;
  /** The earliest time of the next attempt, in milliseconds since 1970. */
  due?: number | undefined;
  /** True if the endpoint asked for this pause, which applies to all records. */
  isPause?: boolean;
}

/** A queued record with its answers. */
export interface ExportedItem extends Item {
  /** The JSON to send. Absent for damaged and newer entries. */
  body?: string;
  files?: readonly File[] | undefined;
  /** The last response of the endpoint. Absent before the first attempt. */
  reply?: string;
}

export interface Client {
  /**
   * Stores the record on the device, then sends it.
   *
   * Submitting the same id with the same bytes again has no effect while the record is queued. A partial record is a
   * version of the record with its id: it is queued until a later version, partial or complete, is on the device, or
   * until the endpoint confirms it. Each version is posted under its own key.
   *
   * @param files sent with the record: as `asForm` of `@heed/client/requests` sends them, unless `request` is set
   * @throws HeedError (as a rejection; nothing is stored) `HEED_RECORD` if the id is not a UUID, or if a record with this
   *   id and other bytes is queued; `HEED_SERIALISE` if the record cannot be serialised as JSON; `HEED_FULL` if
   *   `maxItems` records are queued
   */
  submit(record: ResponseRecord, files?: readonly File[]): Promise<Receipt>;
  /**
   * Changes where, how and whether records are sent, and tries all queued records immediately.
   *
   * @throws HeedError `HEED_ENDPOINT`, as `createClient` does
   */
  configure(changes: Changes): void;
  /**
   * Tries all queued records until an attempt fails, unless the endpoint asked for a pause. Resolves when the round is
   * over. Never rejects.
   */
  flush(): Promise<void>;
  /** Returns the queued records without their answers, in no particular order. */
  pending(): Promise<Item[]>;
  /** Returns the queued records with their answers, in no particular order. */
  export(): Promise<ExportedItem[]>;
  /** Tries a parked or held record again, immediately. Ignores an unknown id. */
  retry(id: string): Promise<void>;
  /** Removes one record, whether it was sent or not. Ignores an unknown id. Rejects if the device cannot delete it. */
  discard(id: string): Promise<void>;
  /**
   * Removes all records and aborts requests in progress. None of the records is sent afterwards. Rejects if the device
   * cannot delete them.
   */
  purge(): Promise<void>;
  /**
   * Stops timers and listeners. Queued records stay on the device, and an attempt in progress is completed. A record that
   * is submitted afterwards is still stored, and tried once.
   */
  close(): void;
}
