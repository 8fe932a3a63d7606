import { HeedError } from '@heed/core';

/**
 * Returns a `HEED_DATABASE` error with the message of the database. Only for errors while opening: no response has been
 * passed to the database at that point, so the message cannot quote one.
 */
export function createDatabaseError(where: string, cause: unknown, advice: string): HeedError {
  const error = new HeedError(
    'HEED_DATABASE',
    where,
    `the database could not be opened: ${formatCause(cause)}. ${advice}`,
  );
  error.cause = cause;
  return error;
}

function formatCause(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  // The error of a refused connection to a host with several addresses has an empty message.
  return cause.message || ('code' in cause ? String(cause.code) : cause.name);
}
