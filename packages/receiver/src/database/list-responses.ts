import { sql, type Kysely } from 'kysely';
import { listFiles } from './file-rows.ts';
import { matches } from './filter-condition.ts';
import type { Tables } from './tables.ts';
import type { ListQuery, StoredResponse } from '../store/store.ts';

/** A page ends with the response that passes this many bytes, so that 500 large ones do not fill the memory. */
const PAGE_BYTES = 8_000_000;

/** See `Store.list`. */
export async function listResponses(db: Kysely<Tables>, query: ListQuery): Promise<StoredResponse[]> {
  const direction = query.after === undefined ? 'desc' : 'asc';
  const rows = await db
    .selectFrom(candidates(db, query, direction).as('candidates'))
    .select([sql<string>`seq::text`.as('cursor'), 'id', 'reference', 'received_at as receivedAt', 'body'])
    .where('bytesBefore', '<', PAGE_BYTES)
    .orderBy('seq', direction)
    .execute();
  const files = await listFiles(
    db,
    rows.map(({ cursor }) => cursor),
  );
  return rows.map((row) => ({ ...row, files: files.get(row.cursor) ?? [] }));
}

/** The rows that the query asks for, each with the bytes of the bodies before it. */
function candidates(db: Kysely<Tables>, query: ListQuery, direction: 'asc' | 'desc') {
  const { after, before, limit } = query;
  const bytes = sql`sum(octet_length(body)) over (order by seq ${sql.raw(direction)})`;
  return db
    .selectFrom('heed_responses')
    .select(['seq', 'id', 'reference', 'received_at', 'body'])
    .select(sql<number>`${bytes} - octet_length(body)`.as('bytesBefore'))
    .where(matches(query))
    .$if(after !== undefined, (rows) => rows.where('seq', '>', after ?? ''))
    .$if(before !== undefined, (rows) => rows.where('seq', '<', before ?? ''))
    .orderBy('seq', direction)
    .limit(limit);
}
