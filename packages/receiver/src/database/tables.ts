import type { Generated } from 'kysely';

/** The tables. Their names start with `heed_`, because the database may also contain tables of your application. */
export interface Tables {
  heed_responses: ResponsesTable;
  heed_values: ValuesTable;
  heed_files: FilesTable;
}

/** One row per response. */
interface ResponsesTable {
  /** Position in the order of arrival. */
  seq: Generated<string>;
  id: string;
  reference: string;
  survey: string;
  /** Time of the device. */
  submitted_at: Date;
  /** Time of the receiver. */
  received_at: Date;
  /** Time for filters and periods; see `getCountedAt()`. */
  counted_at: Date;
  sha256: string;
  /** Whether a later version may replace the row. */
  partial: boolean;
  /** The text as received. Not `jsonb`, which rejects the escape \u0000 and drops member order and duplicate members. */
  body: string;
}

/**
 * One row per countable value: a rating, one selected choice, or one row of a matrix.
 * `row_name` and `choice` contain a JSON string, because respondents' text may contain NUL and lone surrogates, which
 * a text column rejects or replaces.
 */
export interface ValuesTable {
  response_seq: string;
  /** Index of the answer in the record. */
  position: number;
  /** Index of the value in its answer. Rows with 0 are counted as answers. */
  item: number;
  name: string;
  kind: string;
  max: number | null;
  row_name: string | null;
  number: number | null;
  choice: string | null;
}

/** One row per file of a response. */
interface FilesTable {
  response_seq: string;
  /** Index in the order of arrival. */
  position: number;
  /** File name without folders and control characters. */
  name: string;
  /** Media type as stated by the sender. */
  type: string;
  /** Name of the answer that contains the file name; `null` if there is none. */
  answer: string | null;
  content: Uint8Array;
}
