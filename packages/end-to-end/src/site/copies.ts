/** What was submitted and what arrived, in one form that can be compared. */
import { createHash } from 'node:crypto';
import type { RemoteSpace } from '@heed/testing/fault-server';

/** Key and hash of the bytes, as {@link listCopies} has them, in the order of the keys. */
export function copiesOf(records: readonly (readonly [id: string, body: string])[]): string[] {
  return records.map(([id, body]) => `${id} ${createHash('sha256').update(body).digest('hex')}`).toSorted();
}

/** All that arrived, repeats included. */
export async function listCopies(space: RemoteSpace): Promise<string[]> {
  return (await space.log()).map(({ key, sha256 }) => `${key} ${sha256}`).toSorted();
}
