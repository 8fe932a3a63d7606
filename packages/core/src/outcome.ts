import type { ResponseRecord } from './record/record.ts';

/** What became of a submission, as far as it is known. An element shows exactly this. */
export type Outcome =
  | {
      /** The endpoint confirmed it. */
      state: 'sent';
      /** The endpoint's own reference number, when it sent one. */
      reference?: string;
      /** A sentence of the endpoint for the visitor, as plain text. */
      message?: string;
      /** Where the visitor can follow the case: an http(s) address. */
      statusUrl?: string;
    }
  | {
      /**
       * Not confirmed yet; it will be sent when that is possible. An element gives a missing connection as the reason
       * only while `navigator.onLine` is false.
       */
      state: 'stored';
      /** True: kept on the device, the page may be closed. False: in memory only. */
      durable: boolean;
      /** Resolves when the endpoint has confirmed or refused it while this page is open. */
      settled?: Promise<Outcome>;
    }
  | {
      /** The endpoint will never take it as it is. */
      state: 'refused';
      /** A sentence of the endpoint for the visitor, as plain text. */
      message?: string;
    };

/**
 * The event `heed-submit` as its listeners see it. A listener that calls `respondWith()` takes charge of the record, as
 * with a fetch event. `preventDefault()` stops the submission: nobody sends the record, and the element stays as it is.
 *
 * @typeParam Attachment the platform's `File` in a browser; this package knows no DOM
 */
export interface SubmitRequest<Attachment = unknown> {
  /** What the visitor answered. */
  readonly detail: ResponseRecord;
  /** Where the page says the record should go: from the element, its survey or prompt. Absent when it names none. */
  readonly endpoint?: string | undefined;
  /** What the visitor attached, in the order of the names in the record. Absent or empty: nothing. */
  readonly files?: readonly Attachment[] | undefined;
  /**
   * Takes charge, before the event has ended; the element shows what the promise resolves to. The first call counts, also
   * when another listener cancels the event.
   */
  respondWith(outcome: Outcome | Promise<Outcome>): void;
  /**
   * Offers to send the record when no listener cancels the event or takes charge, wherever that listener is. The first
   * offer counts. Absent where an event of another make knows no offers.
   *
   * @param send called once the event has ended, in the same turn
   */
  offer?(send: () => Outcome | Promise<Outcome>): void;
}
