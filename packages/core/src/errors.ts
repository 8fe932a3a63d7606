/** Every code has a heading of the same name in `docs/reference/errors.md`. */
export type ErrorCode =
  | 'HEED_COUNTS'
  | 'HEED_DATABASE'
  | 'HEED_DEFINITION'
  | 'HEED_ENDPOINT'
  | 'HEED_EXPRESSION'
  | 'HEED_FULL'
  | 'HEED_JUMP'
  | 'HEED_LISTEN'
  | 'HEED_LOCKED'
  | 'HEED_NAME'
  | 'HEED_OPTION'
  | 'HEED_RANDOM'
  | 'HEED_RECORD'
  | 'HEED_ROWS'
  | 'HEED_SERIALISE'
  | 'HEED_WHEN';

/** The value that an error is about. */
export interface InvalidValue {
  /** The valid values, such as `a whole number from 2 to 10`. */
  expected: string;
  /** What was found instead. Never the text of an answer. */
  got: string;
  /** Where the value begins in a source such as an expression, from 1. Absent for other values. */
  column?: number;
}

/**
 * A programming error in a call. Network and device problems are results, never errors.
 *
 * The message is composed of the fields: `[heed] where: problem (CODE)`. Read the fields instead of parsing it.
 */
export class HeedError extends Error {
  override readonly name = 'HeedError';
  /** Stable, for use in a `switch`. */
  declare readonly code: ErrorCode;
  /** The function, option or place in a source, such as `createId` or `column 13 of "recommend < 7 or"`. */
  declare readonly where: string;
  /** What is wrong and what to do, such as `the queue is full`. */
  declare readonly problem: string;
  /** The valid values. Undefined when the problem is not a single value. */
  declare readonly expected: string | undefined;
  /** What was found instead, never the text of an answer. Undefined when the problem is not a single value. */
  declare readonly got: string | undefined;
  /** Where the value begins in a source such as an expression, from 1. Undefined for other problems. */
  declare readonly column: number | undefined;

  constructor(code: ErrorCode, where: string, problem: string, value?: InvalidValue) {
    super(`[heed] ${where}: ${problem} (${code})`);
    Object.assign(this, value, { code, where, problem });
  }
}
