import type { ResponseRecord } from './record.ts';

/**
 * The idempotency key of a record: what is posted under one key has the same bytes in every copy.
 *
 * A complete record has its id. A partial one is a version of the record that shares its id, so it has its time as
 * well; keys of one record sort by time, in any program that sorts by characters.
 *
 * @returns such as `01939f6e-1c80-7abc-8def-0123456789ab`, or `01939f6e-1c80-7abc-8def-0123456789ab.2026-11-21T10:15:00.000Z`
 */
export function idempotencyKeyOf({ id, partial, submittedAt }: ResponseRecord): string {
  return partial ? `${id}.${submittedAt}` : id;
}
