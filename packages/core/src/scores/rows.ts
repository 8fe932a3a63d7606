import type { ResponseRecord } from '../record/record.ts';

/** What a visitor answered to a battery: statement → step. Statements without an answer are left out. */
export type Rows = { readonly [statement: string]: number };

/**
 * The rows of a matrix answer of a record.
 *
 * @returns null when the question is not among the answers, is no matrix, or was left empty
 */
export function rowsOf(record: ResponseRecord, name: string): Rows | null {
  const answer = record.answers.find((each) => each.name === name && each.kind === 'matrix');
  return (answer?.value ?? null) as Rows | null;
}
