import { findKind, type Kind } from '../record/kinds.ts';
import type { AnswerKind } from '../record/record.ts';
import { createSourceError } from './token-reader.ts';

/** The kind of each known name: the kind of its question, or `hidden`. */
export type Kinds = ReadonlyMap<string, AnswerKind>;

/** The type of a value. An `item` is a text from a list of options, which is compared as a whole. */
export type Type = 'number' | 'text' | 'boolean' | 'item';

export const ANY: readonly Type[] = ['number', 'text', 'boolean'];

/** Rows have no types, because only a single row of a matrix can be compared. */
const TYPES: Readonly<Record<Kind['type'], readonly Type[]>> = {
  integer: ['number'],
  number: ['number'],
  text: ['text'],
  choice: ['text', 'item'],
  texts: ['text', 'item'],
  boolean: ['boolean'],
  rows: [],
};

export interface ResolvedName {
  /** The name of the question or field, without the row. */
  name: string;
  /** The row of a matrix. Undefined for other names. */
  row: string | undefined;
  types: readonly Type[];
}

/**
 * Resolves a name in an expression. `service.speed` is the row `speed` of `service`, unless a question has that full
 * name.
 *
 * @throws HeedError `HEED_NAME` with the column, if the name is unknown
 */
export function resolveName(
  whole: string,
  kinds: Kinds | undefined,
  source: string,
  at: number,
): ResolvedName {
  const [name = '', row] = kinds?.has(whole) ? [whole] : whole.split(/\.(.*)/s);
  const kind = findKind(kinds?.get(name));
  const types = kind ? TYPES[kind.type] : ANY;
  const isMatrix = types.length === 0;
  if (kinds && (!kinds.has(name) || (row && types !== ANY && !isMatrix))) {
    const known = [...kinds.keys()].join(', ').slice(0, 200) || 'none';
    throw createSourceError(source, at, `a name known before it (${known})`, `"${whole}"`, 'HEED_NAME');
  }
  return { name, row, types: row && isMatrix ? ['number'] : types };
}
