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

/**
 * A programmer's mistake at a call. Trouble with the network or the device is a result, never this.
 *
 * The message says where, what was expected, what arrived and what to do, and ends with the code.
 */
export class HeedError extends Error {
  override readonly name = 'HeedError';
  /** Stable, made for `switch`. */
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(`[heed] ${message} (${code})`);
    this.code = code;
  }
}
