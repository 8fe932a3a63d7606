import type { ResponseRecord } from '@heed/core';

/** Where responses are kept. Two come with this package: `@heed/receiver/pglite` and `@heed/receiver/postgres`. */
export interface Store {
  /**
   * Keeps a response for good, once: it is durable when the promise resolves. Of several calls with one id, also at the
   * same time, exactly one is `stored`; but a complete response takes the place of a partial one with its id, values
   * and files included, and so does a later partial one.
   */
  add(response: NewResponse): Promise<AddResult>;
  /** The page that the query asks for. A page may hold fewer than `limit` when the bodies are large, never none. */
  list(query: ListQuery): Promise<StoredResponse[]>;
  /** The file at this place among those of the response, counted from 0; undefined when there is none. */
  readFile(id: string, position: number): Promise<StoredFileContent | undefined>;
  /** How often each value was given, per question: the raw material of the scores. */
  tally(filter: Filter, period?: Period): Promise<Tally[]>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  /** Lets go of the database; no other call may follow. */
  close(): Promise<void>;
}

export interface NewResponse {
  record: ResponseRecord;
  /** The text that arrived, of which `record` is the parsed form. Kept unchanged. */
  body: string;
  /** Of what arrived, files included; 64 hexadecimal digits in lower case. */
  sha256: string;
  /** Milliseconds since 1970. */
  receivedAt: number;
  /** Kept together with the response, or not at all. */
  files: readonly NewFile[];
}

export interface NewFile {
  /** Without a folder and without control characters. */
  name: string;
  /** The media type that it was sent with, such as `image/png`. Nobody checked it against the content. */
  type: string;
  /** Name of the answer that names this file; absent when none does. */
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
 * - `repeated`: the same bytes were there already.
 * - `outdated`: a later version was there already, and stays.
 * - `taken`: other bytes were there under this id, of a version that is neither earlier nor later.
 */
export type AddResult = { state: 'stored'; cursor: string } | { state: 'repeated' | 'outdated' | 'taken' };

export interface StoredResponse {
  /** Place in the order of arrival: a whole number as text, growing, with gaps. */
  cursor: string;
  id: string;
  reference: string;
  receivedAt: Date;
  /** The text that arrived: valid JSON, a valid record. */
  body: string;
  /** In the order of arrival. */
  files: StoredFile[];
}

/**
 * Which responses. Times are in milliseconds since 1970 and compared with `submittedAt`, the clock of the device. Where
 * that is after the arrival, or more than 30 days before it, the time of arrival counts instead.
 */
export interface Filter {
  survey?: string | undefined;
  /** Inclusive. */
  from?: number | undefined;
  /** Exclusive. */
  to?: number | undefined;
  /** Only partial responses, or only complete ones; both by default. */
  partial?: boolean | undefined;
}

export interface ListQuery extends Filter {
  /** What came after this cursor, oldest first. */
  after?: string | undefined;
  /** What came before this cursor, newest first. Without either: everything, newest first. */
  before?: string | undefined;
  /** At most so many, 1 or more. */
  limit: number;
}

/** In UTC, by the same time as `Filter`; a week begins on Monday. */
export type Period = 'day' | 'week' | 'month';

/** How often one value was given to one question (in one row of a matrix, in one period). */
export interface Tally {
  survey: string;
  name: string;
  kind: string;
  max: number | null;
  /** Row of a matrix, else null. */
  row: string | null;
  /** First day of the period as `2026-11-21`; null without periods. */
  start: string | null;
  /** The value given: a number, or a text of a choice. */
  value: number | string;
  count: number;
  /** Answers to the question in all, also those whose value is not among the most frequent. */
  n: number;
}
