import type { ResponseRecord } from '../record/record.ts';

/** The ratings of one respondent: statement → value. Statements without an answer are omitted. */
export type Rows = { readonly [statement: string]: number };

/**
 * Returns the rows of a matrix answer.
 *
 * @returns null if the question is not among the answers, is not a matrix or was left empty
 */
export function rowsOf(record: ResponseRecord, name: string): Rows | null {
  const answer = record.answers.find((each) => each.name === name && each.kind === 'matrix');
  return (answer?.value ?? null) as Rows | null;
}
