/**
 * The kinds of answer. This table is the only list of them: the types of records and surveys, both validators, both
 * JSON Schemas and the expressions are derived from it. After a change, run `npm run schemas` in this package.
 *
 * A kind whose value is a number needs nothing else, apart from its score, if it has one. For example, `number` alone is
 * a question that sets its own range and step.
 */
export const KINDS = {
  csat: { type: 'integer', min: 1, max: 5, highestMax: 10 },
  nps: { type: 'integer', min: 0, max: 10 },
  ces: { type: 'integer', min: 1, max: 7 },
  choice: { type: 'choice' },
  text: { type: 'text' },
  matrix: { type: 'rows' },
  attachment: { type: 'texts' },
  consent: { type: 'boolean' },
} as const satisfies Readonly<Record<string, Kind>>;

/** A kind that this version knows. */
export type KnownKind = keyof typeof KINDS;

/** A kind whose value is a number within a fixed range. */
export interface ScaleKind {
  readonly type: 'integer';
  /** The lowest value. */
  readonly min: number;
  /** The highest value, unless the answer has a `max`. */
  readonly max: number;
  /** The highest `max` that an answer may have. Absent when the range is fixed. */
  readonly highestMax?: number;
}

/** The type of a kind's values. */
export type Kind = ScaleKind | { readonly type: 'number' | 'text' | 'choice' | 'texts' | 'rows' | 'boolean' };

/** Returns the kind of this name, or undefined for a custom one. */
export function findKind(name: unknown): Kind | undefined {
  return typeof name === 'string' && Object.hasOwn(KINDS, name) ? KINDS[name as KnownKind] : undefined;
}
