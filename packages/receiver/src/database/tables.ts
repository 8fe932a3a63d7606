import type { Generated } from 'kysely';

/**
 * The tables. Their names begin with `heed_` because the database may be shared with the team's own tables.
 */
export interface Tables {
  heed_responses: ResponsesTable;
  heed_values: ValuesTable;
  heed_files: FilesTable;
}

/** One row per response. */
interface ResponsesTable {
  /** Order of arrival. */
  seq: Generated<string>;
  id: string;
  reference: string;
  survey: string;
  /** By the clock of the device. */
  submitted_at: Date;
  /** By the clock of the receiver. */
  received_at: Date;
  /** The time for filters and periods; see `countedAt()`. */
  counted_at: Date;
  sha256: string;
  /** A later version may take its place. */
  partial: boolean;
  /** The text that arrived. Not jsonb, which refuses the escape \u0000 and forgets order and repeated members. */
  body: string;
}

/**
 * One row per value that can be counted: a step of a scale, one choice of several, one row of a matrix.
 * `row_name` and `choice` hold a JSON string, because a visitor's text may contain what a text column
 * refuses or replaces: NUL and lone surrogates.
 */
export interface ValuesTable {
  response_seq: string;
  /** Index of the answer in the record. */
  position: number;
  /** Index of the value in its answer; 0 counts the answer. */
  item: number;
  name: string;
  kind: string;
  max: number | null;
  row_name: string | null;
  number: number | null;
  choice: string | null;
}

/** One row per file that came with a response. */
interface FilesTable {
  response_seq: string;
  /** Index in the order of arrival. */
  position: number;
  /** Cleaned: no folder, no control character. */
  name: string;
  /** The media type that it was sent with. */
  type: string;
  /** Name of the answer that names the file; null when none does. */
  answer: string | null;
  content: Uint8Array;
}
