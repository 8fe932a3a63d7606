import type { ResponseRecord } from './record.ts';

/**
 * Returns the idempotency key of a record. All requests with the same key have the same body.
 *
 * The key of a complete record is its id. A partial record shares the id with its other versions, so its key also
 * contains its time. The keys of one record sort by time, also as plain strings.
 *
 * @returns a key such as `01939f6e-1c80-7abc-8def-0123456789ab`, or
 *   `01939f6e-1c80-7abc-8def-0123456789ab.2026-11-21T10:15:00.000Z` for a partial record
 */
export function idempotencyKeyOf({ id, partial, submittedAt }: ResponseRecord): string {
  return partial ? `${id}.${submittedAt}` : id;
}
