import { HeedError, type ErrorCode, type InvalidValue } from './errors.ts';

/**
 * Returns an error about a single invalid value. It is not in `errors.ts`, because the first file of a page contains that
 * module but never needs this function.
 */
export function createValueError(code: ErrorCode, where: string, value: InvalidValue): HeedError {
  return new HeedError(code, where, `expected ${value.expected}, got ${value.got}`, value);
}
