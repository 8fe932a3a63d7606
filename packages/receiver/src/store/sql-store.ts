import { referenceOf } from '@heed/core';
import { sql, type Kysely, type Transaction } from 'kysely';
import { extractValues } from '../scores/extract-values.ts';
import { insertFiles, readFile } from './file-rows.ts';
import { timestamp } from './filter.ts';
import { listResponses } from './list.ts';
import type { Tables } from './schema.ts';
import type { AddResult, NewResponse, Store } from './store.ts';
import { tallyValues } from './tally.ts';

/**
 * One writer at a time, so that responses become visible in the order of their cursors: a reader that asks
 * "what came since" must not see 7 before 6. Any number will do that nothing else in the database locks.
 */
const WRITE_LOCK = 4_843_664_401;

/** A store on PostgreSQL or PGlite, whose tables exist; see `migrate`. */
export function createSqlStore(db: Kysely<Tables>): Store {
  return {
    add: (response) => add(db, response),
    list: (query) => listResponses(db, query),
    readFile: (id, position) => readFile(db, id, position),
    tally: (filter, period) => tallyValues(db, filter, period),
    async ping() {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}

async function add(db: Kysely<Tables>, response: NewResponse): Promise<AddResult> {
  const cursor = await db.transaction().execute((transaction) => insert(transaction, response));
  if (cursor !== undefined) return { state: 'stored', cursor };
  const earlier = await db
    .selectFrom('heed_responses')
    .select('sha256')
    .where('id', '=', response.record.id)
    .executeTakeFirstOrThrow();
  return { state: earlier.sha256 === response.sha256 ? 'repeated' : 'taken' };
}

/** The cursor of the new row; undefined when the id was there. */
async function insert(db: Transaction<Tables>, response: NewResponse): Promise<string | undefined> {
  const { record, body, sha256, receivedAt } = response;
  await sql`select pg_advisory_xact_lock(${sql.lit(WRITE_LOCK)})`.execute(db);
  const row = await db
    .insertInto('heed_responses')
    .values({
      id: record.id,
      reference: referenceOf(record.id),
      survey: record.survey,
      submitted_at: timestamp(Date.parse(record.submittedAt)),
      received_at: timestamp(receivedAt),
      sha256,
      body,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning(sql<string>`seq::text`.as('cursor'))
    .executeTakeFirst();
  if (!row) return undefined;
  await insertValues(db, row.cursor, response);
  await insertFiles(db, row.cursor, response.files);
  return row.cursor;
}

async function insertValues(db: Transaction<Tables>, cursor: string, { record }: NewResponse): Promise<void> {
  const values = extractValues(record);
  if (values.length === 0) return;
  await db
    .insertInto('heed_values')
    .values(values.map((value) => ({ ...value, response_seq: cursor })))
    .execute();
}
