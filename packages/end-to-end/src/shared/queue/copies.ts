/** Submitted and received records in a comparable form. */
import { createHash } from 'node:crypto';
import type { LogEntry } from '@heed/testing/fault-server';

/** Returns the key and hash of each submitted record, sorted by key. */
export function listExpectedCopies(records: readonly (readonly [id: string, body: string])[]): string[] {
  return records.map(([id, body]) => `${id} ${createHash('sha256').update(body).digest('hex')}`).toSorted();
}

/** Returns the key and hash of each received request, including repeats, sorted by key. */
export function listReceivedCopies(log: readonly LogEntry[]): string[] {
  return log.map(({ key, sha256 }) => `${key} ${sha256}`).toSorted();
}
