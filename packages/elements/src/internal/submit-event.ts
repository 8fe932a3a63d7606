import type { Outcome, ResponseRecord, SubmitRequest } from '@heed/core';

/**
 * `heed-submit`: a visitor sends an answer. `detail` is the record. A listener that takes charge of it calls
 * `respondWith()` before the event has ended, as with a fetch event, and the element shows what really happened.
 * `preventDefault()` stops the submission; the element goes back to where it was.
 */
export class HeedSubmitEvent extends CustomEvent<ResponseRecord> implements SubmitRequest<File> {
  /** Where the element says the record should go. Absent when it names no endpoint. */
  readonly endpoint: string | undefined;
  /** What the visitor attached, in the order of the names in the record; empty when nothing. */
  readonly files: readonly File[];
  #outcome: Promise<Outcome> | undefined;

  constructor(record: ResponseRecord, endpoint: string | undefined, files: readonly File[] = []) {
    super('heed-submit', { detail: record, bubbles: true, composed: true, cancelable: true });
    this.endpoint = endpoint;
    this.files = files;
  }

  /** What became of the record, from the first caller; absent while nobody has taken charge. */
  get outcome(): Promise<Outcome> | undefined {
    return this.#outcome;
  }

  respondWith(outcome: Outcome | Promise<Outcome>): void {
    this.#outcome ??= Promise.resolve(outcome);
  }
}

/** `detail` of `heed-sent`, `heed-stored` and `heed-refused`. */
export interface OutcomeDetail {
  record: ResponseRecord;
  outcome: Settled<Outcome>;
}

/** Without the promise of what follows, which is no plain data. */
type Settled<One> = One extends unknown ? Omit<One, 'settled'> : never;
