import type { HeedError } from '../errors.ts';
import type { AnswerKind } from '../record/record.ts';

/** The kind of what each known name stands for: that of its question, or `hidden`. */
export type Kinds = ReadonlyMap<string, AnswerKind>;

/** What a value may be, as bits. A matrix is none of them: only its rows can be compared. */
export const NUMBER = 1;
export const TEXT = 2;
export const BOOLEAN = 4;
export const ANY = NUMBER | TEXT | BOOLEAN;

const TYPES: Readonly<Record<string, number>> = {
  csat: NUMBER,
  nps: NUMBER,
  ces: NUMBER,
  text: TEXT,
  choice: TEXT,
  attachment: TEXT,
  consent: BOOLEAN,
  matrix: 0,
};

export interface ResolvedName {
  /** The question or field, without a row. */
  name: string;
  /** The row of a matrix. */
  row?: string | undefined;
  /** Undefined where no kinds are known. */
  kind?: AnswerKind | undefined;
  /** What the value may be. */
  types: number;
}

/**
 * `service.speed` is the row `speed` of `service`, unless the whole is a name of its own.
 *
 * @throws what `mistake` makes, for a name that is not among the known ones
 */
export function resolveName(
  whole: string,
  kinds: Kinds | undefined,
  mistake: (expected: string) => HeedError,
): ResolvedName {
  const dot = kinds?.has(whole) ? -1 : whole.indexOf('.');
  const name = dot < 0 ? whole : whole.slice(0, dot);
  const row = dot < 0 ? undefined : whole.slice(dot + 1);
  const kind = kinds?.get(name);
  const types = typesOf(kind);
  if (kinds && (!kind || (row && types !== 0 && types !== ANY))) {
    throw mistake(`one of the names known before it (${[...kinds.keys()].join(', ').slice(0, 200)})`);
  }
  return { name, row, kind, types: row && !types ? NUMBER : types };
}

function typesOf(kind: AnswerKind = ''): number {
  return Object.hasOwn(TYPES, kind) ? (TYPES[kind] as number) : ANY;
}
