import {
  createRecord,
  type Outcome,
  type RecordInput,
  type ResponseRecord,
  type SubmitRequest,
} from '@heed/core';

const RANDOM_BYTES = 10;

/**
 * `heed-submit`: the user submits an answer. `detail` is the record.
 *
 * - `respondWith(outcome)` handles the record, as with a fetch event, and the element shows the outcome. Call it while
 *   the event is dispatched.
 * - `offer(send)` sends the record after the dispatch, unless a listener has cancelled the event or responded.
 * - `preventDefault()` stops the submission. The record is not sent, and the element stays as it is.
 */
export class HeedSubmitEvent extends CustomEvent<ResponseRecord> implements SubmitRequest<File> {
  /** The endpoint of the element, or of the prompt around it; `undefined` if there is none. */
  declare readonly endpoint: string | undefined;
  /** The user's files, in the order of their names in the record. Empty if there are none. */
  declare readonly files: readonly File[];
  /** The outcome, from the first `respondWith()`; `undefined` until then. */
  declare outcome: Promise<Outcome> | undefined;
  /** Sends the record, from the first `offer()`; `undefined` until then. */
  declare send: (() => Outcome | Promise<Outcome>) | undefined;

  constructor(record: ResponseRecord, endpoint: string | undefined, files: readonly File[] = []) {
    super('heed-submit', { detail: record, bubbles: true, composed: true, cancelable: true });
    this.endpoint = endpoint;
    this.files = files;
  }

  // Fields, not methods: if a shim has replaced `CustomEvent` with a function, its result does not have this prototype.
  readonly respondWith = (outcome: Outcome | Promise<Outcome>): void => {
    this.outcome ??= Promise.resolve(outcome);
  };
  readonly offer = (send: () => Outcome | Promise<Outcome>): void => {
    this.send ??= send;
  };
}

/** Returns a record with the current time and a new id. */
export function toRecord(input: RecordInput): ResponseRecord {
  const random = new Uint8Array(RANDOM_BYTES);
  // Not its return value, which some polyfills do not return.
  crypto.getRandomValues(random);
  return createRecord(input, Date.now(), random);
}

/**
 * Fires `heed-submit`. If no listener cancels it or responds, the offer sends the record. Everything is synchronous,
 * because a page that is being closed runs no further task.
 *
 * @returns the outcome; `undefined` if no listener handled the event, `null` if it was cancelled
 */
export function submit(
  host: EventTarget,
  record: ResponseRecord,
  endpoint: string | undefined,
  files?: readonly File[],
): Promise<Outcome> | undefined | null {
  const event = new HeedSubmitEvent(record, endpoint, files);
  const isWanted = host.dispatchEvent(event);
  const { outcome, send } = event;
  if (outcome) return outcome;
  // Calls `send` synchronously; an exception rejects the promise.
  return isWanted ? send && (async () => send())() : null;
}

/** `detail` of `heed-sent`, `heed-stored` and `heed-refused`. */
export interface OutcomeDetail {
  record: ResponseRecord;
  outcome: Settled<Outcome>;
}

/** Without the promise of the next outcome, which is not plain data. */
type Settled<One> = One extends unknown ? Omit<One, 'settled'> : never;
