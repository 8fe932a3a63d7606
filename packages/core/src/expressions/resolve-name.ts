import type { AnswerKind } from '../record/record.ts';
import { createSourceError } from './token-reader.ts';

/** The kind of what each known name stands for: that of its question, or `hidden`. */
export type Kinds = ReadonlyMap<string, AnswerKind>;

/** What a value may be; `item` is a text that is one of several given ones, not words to be searched. */
export type Type = 'number' | 'text' | 'boolean' | 'item';

export const ANY: readonly Type[] = ['number', 'text', 'boolean'];

/** A matrix has none of them: only its rows can be compared. */
const TYPES: Readonly<Record<string, readonly Type[]>> = {
  csat: ['number'],
  nps: ['number'],
  ces: ['number'],
  text: ['text'],
  choice: ['text', 'item'],
  attachment: ['text', 'item'],
  consent: ['boolean'],
  matrix: [],
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
  const kind = kinds?.get(name) ?? '';
  const types = (Object.hasOwn(TYPES, kind) && TYPES[kind]) || ANY;
  const isMatrix = types.length === 0;
  if (kinds && (!kinds.has(name) || (row && types !== ANY && !isMatrix))) {
    const known = [...kinds.keys()].join(', ').slice(0, 200) || 'none';
    throw createSourceError(source, at, `a name known before it (${known})`, `"${whole}"`, 'HEED_NAME');
  }
  return { name, row, types: row && isMatrix ? ['number'] : types };
}
