import type { AnswerKind } from '../record/record.ts';
import { mistakeIn } from './tokens.ts';

/** The kind of what each known name stands for: that of its question, or `hidden`. */
export type Kinds = ReadonlyMap<string, AnswerKind>;

/** What a value may be, as bits. A matrix is none of them: only its rows can be compared. */
export const NUMBER = 1;
export const TEXT = 2;
export const BOOLEAN = 4;
export const ANY = NUMBER | TEXT | BOOLEAN;
/** A text is one of several given ones, not words to be searched. */
export const ITEM = 8;

const TYPES: Readonly<Record<string, number>> = {
  csat: NUMBER,
  nps: NUMBER,
  ces: NUMBER,
  text: TEXT,
  choice: TEXT | ITEM,
  attachment: TEXT | ITEM,
  consent: BOOLEAN,
  matrix: 0,
};

export interface ResolvedName {
  /** The question or field, without a row. */
  name: string;
  /** The row of a matrix. */
  row: string | undefined;
  /** What the value may be. */
  types: number;
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
  const dot = kinds?.has(whole) ? -1 : whole.indexOf('.');
  const name = dot < 0 ? whole : whole.slice(0, dot);
  const row = dot < 0 ? undefined : whole.slice(dot + 1);
  const kind = kinds?.get(name) ?? '';
  const types = Object.hasOwn(TYPES, kind) ? (TYPES[kind] as number) : ANY;
  if (kinds && (!kinds.has(name) || (row !== undefined && types !== 0 && types !== ANY))) {
    const known = [...kinds.keys()].join(', ').slice(0, 200);
    throw mistakeIn(source, at, `a name known before it (${known})`, `"${whole}"`, 'HEED_NAME');
  }
  return { name, row, types: row === undefined ? types : types || NUMBER };
}
