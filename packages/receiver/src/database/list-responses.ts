import { sql, type Kysely } from 'kysely';
import type { ListQuery, StoredResponse } from '../store/store.ts';
import { selectFiles } from './file-rows.ts';
import { buildCondition } from './filter-condition.ts';
import type { Tables } from './tables.ts';

/** A page ends with the response that exceeds this size, because 500 large responses would exhaust the memory. */
const MAX_PAGE_BYTES = 8_000_000;

/** Implements `Store.list`. */
export async function listResponses(db: Kysely<Tables>, query: ListQuery): Promise<StoredResponse[]> {
  const direction = query.after === undefined ? 'desc' : 'asc';
  const rows = await db
    .selectFrom(selectCandidates(db, query, direction).as('candidates'))
    .select([sql<string>`seq::text`.as('cursor'), 'id', 'reference', 'received_at as receivedAt', 'body'])
    .where('bytesBefore', '<', MAX_PAGE_BYTES)
    .orderBy('seq', direction)
    .execute();
  const cursors = rows.map(({ cursor }) => cursor);
  const files = await selectFiles(db, cursors);
  return rows.map((row) => ({ ...row, files: files.get(row.cursor) ?? [] }));
}

/** Selects the matching rows, each with the total size of the bodies before it. */
function selectCandidates(db: Kysely<Tables>, query: ListQuery, direction: 'asc' | 'desc') {
  const { after, before, limit } = query;
  const bytes = sql`sum(octet_length(body)) over (order by seq ${sql.raw(direction)})`;
  return db
    .selectFrom('heed_responses')
    .select(['seq', 'id', 'reference', 'received_at', 'body'])
    .select(sql<number>`${bytes} - octet_length(body)`.as('bytesBefore'))
    .where(buildCondition(query))
    .$if(after !== undefined, (rows) => rows.where('seq', '>', after ?? ''))
    .$if(before !== undefined, (rows) => rows.where('seq', '<', before ?? ''))
    .orderBy('seq', direction)
    .limit(limit);
}
