import {
  createRecord,
  type Outcome,
  type RecordInput,
  type ResponseRecord,
  type SubmitRequest,
} from '@heed/core';

const RANDOM_BYTES = 10;

/**
 * `heed-submit`: a visitor sends an answer. `detail` is the record.
 *
 * - `respondWith(outcome)` takes charge of the record before the event has ended, as with a fetch event, and the element
 *   shows what really happened.
 * - `offer(send)` sends the record once the event has ended, unless a listener cancelled the event or took charge.
 * - `preventDefault()` stops the submission. Nobody sends the record, and the element stays as it is.
 */
export class HeedSubmitEvent extends CustomEvent<ResponseRecord> implements SubmitRequest<File> {
  /** Where the element says the record should go. Absent when it names no endpoint. */
  declare readonly endpoint: string | undefined;
  /** What the visitor attached, in the order of the names in the record; empty when nothing. */
  declare readonly files: readonly File[];
  /** What became of the record, from the first who took charge; absent while nobody has. */
  declare outcome: Promise<Outcome> | undefined;
  /** Sends the record when nobody else takes charge; absent while nobody has offered to. */
  declare send: (() => Outcome | Promise<Outcome>) | undefined;

  constructor(record: ResponseRecord, endpoint: string | undefined, files: readonly File[] = []) {
    super('heed-submit', { detail: record, bubbles: true, composed: true, cancelable: true });
    this.endpoint = endpoint;
    this.files = files;
  }

  // Fields, not methods: where a shim has replaced `CustomEvent` with a function, its result lacks our prototype.
  readonly respondWith = (outcome: Outcome | Promise<Outcome>): void => {
    this.outcome ??= Promise.resolve(outcome);
  };
  readonly offer = (send: () => Outcome | Promise<Outcome>): void => {
    this.send ??= send;
  };
}

/** The record of these answers, as of now. */
export function toRecord(input: RecordInput): ResponseRecord {
  const random = new Uint8Array(RANDOM_BYTES);
  // Not its result, which some replacements of it do not return.
  crypto.getRandomValues(random);
  return createRecord(input, Date.now(), random);
}

/**
 * Fires `heed-submit`. Where no listener cancels it or takes charge, whoever offered to has the record. All of it happens
 * in the same turn, because a page that is being left gives no second one.
 *
 * @returns what became of the record; undefined when nobody took charge, null when the event was cancelled
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
  // Begins at once, and one that throws is a broken promise.
  return isWanted ? send && (async () => send())() : null;
}

/** `detail` of `heed-sent`, `heed-stored` and `heed-refused`. */
export interface OutcomeDetail {
  record: ResponseRecord;
  outcome: Settled<Outcome>;
}

/** Without the promise of what follows, which is no plain data. */
type Settled<One> = One extends unknown ? Omit<One, 'settled'> : never;
