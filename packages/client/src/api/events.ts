import type { ErrorCode } from '@heed/core';
import type { AcceptedState, AttemptState, SettledState } from './delivery-states.ts';

/** The result of an attempt to send a record. */
export interface Attempt {
  /**
   * - `sent`: the endpoint confirmed the record, and the client removed it from the device.
   * - `retrying`: the endpoint did not confirm the record; the client retries it automatically.
   * - `held`: the endpoint or its configuration looks wrong (a redirect, 401, 403, 404 …). The client retries the record
   *   after an hour, with each new page, and immediately after `configure()`.
   * - `parked`: the endpoint rejects this record (400, 413, 414, 415, 422, 431). It stays in the queue until you call
   *   `retry()` or `discard()`.
   */
  state: AttemptState;
  /**
   * The status of the response (a 2xx if `acknowledge` did not confirm it), or `network`: no response; `timeout`: no
   * response within 30 seconds; `html`: an HTML page, for example of a captive portal; `redirect`.
   */
  reason: string;
  /** The earliest time of the next attempt, in milliseconds since 1970. Absent if no attempt is scheduled. */
  due?: number;
  /** True if the endpoint asked for a pause (`Retry-After`): the client sends no record before `due`. */
  isPause?: boolean;
  /** The first 4,096 characters of the response body; empty without a response. Do not trust it. */
  reply: string;
}

/** A record was removed from the device without a confirmation: by `discard()`, by `purge()`, or after `maxAgeMs`. */
export interface Discarded {
  state: 'discarded';
  reason: 'discard' | 'purge' | 'expired';
}

/**
 * The final state of a record. The id is empty if `purge()` removed all records. A parked record can be sent again with
 * `retry()`.
 */
export type Settled = { id: string } & (
  (Attempt & { state: Exclude<SettledState, 'discarded'> }) | Discarded
);

/**
 * An event in the life of a record, in this tab or in another tab of the same project. The id is the one in the receipt;
 * it is empty if `purge()` removes all records.
 */
export type ClientEvent = { id: string } & (
  | Attempt
  | Discarded
  /**
   * `stored`: the record is on the device and replaces earlier versions of it. `volatile`: the record is in memory only,
   * because it could not be stored or because consent is missing.
   */
  | { state: AcceptedState }
  /** `submit()` rejected the record; `reason` is the code of the error. */
  | { state: 'refused'; reason: ErrorCode }
);
