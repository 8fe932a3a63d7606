import { HeedError } from '@heed/core';

/** What the database said when it was opened: before anything is stored there is no answer's text in it. */
export function databaseError(where: string, cause: unknown, advice: string): HeedError {
  const error = new HeedError(
    'HEED_DATABASE',
    where,
    `the database could not be opened: ${reasonOf(cause)}. ${advice}`,
  );
  error.cause = cause;
  return error;
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  // A refused connection to a host with several addresses has no message of its own.
  return cause.message || ('code' in cause ? String(cause.code) : cause.name);
}
