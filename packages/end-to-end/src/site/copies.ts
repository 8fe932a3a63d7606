/** What was submitted and what arrived, in one form that can be compared. */
import { createHash } from 'node:crypto';
import type { LogEntry } from '@heed/testing/fault-server';

/** Key and hash of the bytes, in the order of the keys. */
export function copiesOf(records: readonly (readonly [id: string, body: string])[]): string[] {
  return records.map(([id, body]) => `${id} ${createHash('sha256').update(body).digest('hex')}`).toSorted();
}

/** The same of all that arrived, repeats included. */
export function copiesIn(log: readonly LogEntry[]): string[] {
  return log.map(({ key, sha256 }) => `${key} ${sha256}`).toSorted();
}
