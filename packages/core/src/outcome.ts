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
      /** Not confirmed yet; it will be sent when that is possible. */
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
 * The event `heed-submit` as its listener sees it. Whoever calls `respondWith` takes charge of the record,
 * as with a fetch event; the first call counts.
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
  /** Takes charge, before the event has ended; the element shows what the promise resolves to. */
  respondWith(outcome: Outcome | Promise<Outcome>): void;
}
