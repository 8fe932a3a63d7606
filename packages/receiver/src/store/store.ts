import type { ResponseRecord } from '@heed/core';

/**
 * Stores responses. `@heed/receiver/pglite` and `@heed/receiver/postgres` create one; the contract tests run against
 * both. Every method rejects if the database fails; the receiver then responds with 503.
 */
export interface Store {
  /**
   * Stores a response with its values and files in one transaction. It is durable when the promise resolves. If several
   * calls have the same id, also concurrently, exactly one returns `stored`, with two exceptions: a complete response
   * replaces a partial one, and a later partial response replaces an earlier one. Responses become visible to `list()`
   * in the order of their cursors.
   */
  add(response: NewResponse): Promise<AddResult>;
  /**
   * Returns one page of responses. The page may contain fewer than `limit` if the bodies are large. It is empty only if
   * no more responses match.
   */
  list(query: ListQuery): Promise<StoredResponse[]>;
  /** Returns the file at this position, counted from 0; `undefined` if it does not exist. */
  readFile(id: string, position: number): Promise<StoredFileContent | undefined>;
  /**
   * Counts how often each value was given, from which the scores are computed. Sorted by survey, question, row and
   * period, then by count, highest first. Returns at most 100 values per question, row and period.
   */
  tally(filter: Filter, period?: Period): Promise<Tally[]>;
  /** Resolves if the database responds. */
  ping(): Promise<void>;
  /** Closes the database. Do not call any other method afterwards. */
  close(): Promise<void>;
}

export interface NewResponse {
  record: ResponseRecord;
  /** The JSON text as received, of which `record` is the parsed form. Stored unchanged. */
  body: string;
  /** Hash of the record and its files: 64 lowercase hexadecimal digits. Two responses with the same hash are duplicates. */
  sha256: string;
  /** Milliseconds since 1970. */
  receivedAt: number;
  files: readonly NewFile[];
}

export interface NewFile {
  /** File name without folders and control characters. */
  name: string;
  /** Media type as stated by the sender, such as `image/png`. Not verified. */
  type: string;
  /** Name of the answer that contains the file name; absent if there is none. */
  answer?: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A file without its content. */
export interface StoredFile extends Omit<NewFile, 'bytes'> {
  /** Bytes. */
  size: number;
}

export interface StoredFileContent extends StoredFile {
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * - `stored`: the response was stored, and possibly replaced an earlier version.
 * - `duplicate`: the same response is already stored.
 * - `outdated`: a later version is already stored and was not changed.
 * - `conflict`: a different response with this id is stored that is neither an earlier nor a later version.
 */
export type AddResult =
  { state: 'stored'; cursor: string } | { state: 'duplicate' | 'outdated' | 'conflict' };

export interface StoredResponse {
  /** Position in the order of arrival: an increasing whole number as a string, with gaps. */
  cursor: string;
  id: string;
  reference: string;
  receivedAt: Date;
  /** The JSON text as received: a valid record. */
  body: string;
  /** In the order of arrival. */
  files: StoredFile[];
}

/**
 * Selects responses. Times are milliseconds since 1970 and are compared with `submittedAt`, the time of the device. If
 * that time is after the arrival, or more than 30 days before it, the time of arrival is used instead.
 */
export interface Filter {
  survey?: string | undefined;
  /** Inclusive. */
  from?: number | undefined;
  /** Exclusive. */
  to?: number | undefined;
  /** `true` selects partial responses, `false` complete ones. Defaults to both. */
  partial?: boolean | undefined;
}

/** Without `after` and `before`: all responses, newest first. Never both. */
export interface ListQuery extends Filter {
  /** Selects responses after this cursor, oldest first. */
  after?: string | undefined;
  /** Selects responses before this cursor, newest first. */
  before?: string | undefined;
  /** Maximum number of responses, 1 or more. */
  limit: number;
}

/** A period in UTC, based on the same time as `Filter`. A week starts on Monday. */
export type Period = 'day' | 'week' | 'month';

/** The number of times that one value was given to a question, in one row of a matrix and in one period. */
export interface Tally {
  survey: string;
  name: string;
  kind: string;
  max: number | null;
  /** Row of a matrix; `null` for any other question. */
  row: string | null;
  /** First day of the period, such as `2026-11-21`; `null` without periods. */
  start: string | null;
  /** The value: a number, or the text of a choice. */
  value: number | string;
  count: number;
  /** Total number of answers to the question, including those whose value is not among the most frequent. */
  n: number;
}
