import type { ResponseRecord } from './record/record.ts';

/** The result of a submission, as far as it is known. Elements show exactly this state. */
export type Outcome =
  | {
      /** The endpoint confirmed the record. */
      state: 'sent';
      /** The endpoint's reference number, if its response contains one. */
      reference?: string;
      /** A message from the endpoint to the user, as plain text. */
      message?: string;
      /** The http(s) URL at which the user can track the case. */
      statusUrl?: string;
    }
  | {
      /**
       * Not confirmed yet; the record is sent when possible. An element mentions a missing connection only while
       * `navigator.onLine` is false.
       */
      state: 'stored';
      /** True if the record is stored on the device, so that the page can be closed. False if it is only in memory. */
      durable: boolean;
      /** Resolves when the endpoint confirms or refuses the record while this page is open. */
      settled?: Promise<Outcome>;
    }
  | {
      /** The endpoint permanently refused the record. */
      state: 'refused';
      /** A message from the endpoint to the user, as plain text. */
      message?: string;
    };

/**
 * The `heed-submit` event as its listeners see it. A listener that calls `respondWith()` takes responsibility for the
 * record, as with a fetch event. `preventDefault()` cancels the submission: the record is not sent, and the element
 * does not change.
 *
 * @typeParam Attachment the platform's `File` in a browser; this package does not depend on the DOM
 */
export interface SubmitRequest<Attachment = unknown> {
  /** The record to send. */
  readonly detail: ResponseRecord;
  /** The URL that the element, its survey or its prompt specifies. Absent if none of them does. */
  readonly endpoint?: string | undefined;
  /** The attached files, in the order of their names in the record. Absent or empty without files. */
  readonly files?: readonly Attachment[] | undefined;
  /**
   * Takes responsibility for the record. Must be called before the event ends. The element shows the outcome to which
   * the promise resolves. The first call wins, even if another listener cancels the event.
   */
  respondWith(outcome: Outcome | Promise<Outcome>): void;
  /**
   * Offers to send the record if no listener cancels the event or calls `respondWith()`, regardless of the order of
   * the listeners. The first offer wins. Absent in events that do not support offers.
   *
   * @param send called after the event, in the same task
   */
  offer?(send: () => Outcome | Promise<Outcome>): void;
}
