import { findKind, type Kind } from '../record/kinds.ts';
import type { AnswerKind } from '../record/record.ts';
import { createSourceError } from './token-reader.ts';

/** The kind of what each known name stands for: that of its question, or `hidden`. */
export type Kinds = ReadonlyMap<string, AnswerKind>;

/** What a value may be; `item` is a text that is one of several given ones, not words to be searched. */
export type Type = 'number' | 'text' | 'boolean' | 'item';

export const ANY: readonly Type[] = ['number', 'text', 'boolean'];

/** Rows have none: only the row of a matrix can be compared, not the matrix. */
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
  /** The question or field, without a row. */
  name: string;
  /** The row of a matrix. */
  row: string | undefined;
  types: readonly Type[];
}

/**
 * `service.speed` is the row `speed` of `service`, unless the whole is a name of its own.
 *
 * @throws HeedError `HEED_NAME` for a name that is not known, with its place in the source
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
