import { referenceOf } from '@heed/core';
import { sql, type Kysely, type Transaction } from 'kysely';
import { extractValues } from './extract-values.ts';
import { countedAt } from './counted-at.ts';
import { insertFiles, readFile } from './file-rows.ts';
import { timestamp } from './filter-condition.ts';
import { listResponses } from './list-responses.ts';
import type { Tables } from './tables.ts';
import type { AddResult, NewResponse, Store } from '../store/store.ts';
import { tallyValues } from './tally-values.ts';

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

function add(db: Kysely<Tables>, response: NewResponse): Promise<AddResult> {
  return db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(WRITE_LOCK)})`.execute(transaction);
    const held = await findVersion(transaction, response);
    const state = held ? compare(held, response) : 'stored';
    if (state !== 'stored') return { state };
    // Not changed in its place: who asks what came since learns of it. Its values and files go with it.
    if (held) await transaction.deleteFrom('heed_responses').where('id', '=', response.record.id).execute();
    return { state, cursor: await insert(transaction, response) };
  });
}

/** What is held under an id, compared with what arrives. */
interface Version {
  sha256: string;
  partial: boolean;
  isEarlier: boolean;
  isLater: boolean;
}

function findVersion(db: Transaction<Tables>, { record }: NewResponse): Promise<Version | undefined> {
  const time = timestamp(Date.parse(record.submittedAt));
  return db
    .selectFrom('heed_responses')
    .select(['sha256', 'partial'])
    .select(sql<boolean>`submitted_at < ${time}`.as('isEarlier'))
    .select(sql<boolean>`submitted_at > ${time}`.as('isLater'))
    .where('id', '=', record.id)
    .executeTakeFirst();
}

/** A complete record comes after all partial ones, which come in the order of their times. */
function compare(held: Version, { sha256, record }: NewResponse): AddResult['state'] {
  if (held.sha256 === sha256) return 'repeated';
  if (!record.partial) return held.partial ? 'stored' : 'taken';
  if (!held.partial || held.isLater) return 'outdated';
  return held.isEarlier ? 'stored' : 'taken';
}

/** @returns the cursor of the new row */
async function insert(db: Transaction<Tables>, response: NewResponse): Promise<string> {
  const { record, body, sha256, receivedAt } = response;
  const submittedAt = Date.parse(record.submittedAt);
  const { cursor } = await db
    .insertInto('heed_responses')
    .values({
      id: record.id,
      reference: referenceOf(record.id),
      survey: record.survey,
      submitted_at: timestamp(submittedAt),
      received_at: timestamp(receivedAt),
      counted_at: timestamp(countedAt(submittedAt, receivedAt)),
      sha256,
      partial: record.partial === true,
      body,
    })
    .returning(sql<string>`seq::text`.as('cursor'))
    .executeTakeFirstOrThrow();
  await insertValues(db, cursor, response);
  await insertFiles(db, cursor, response.files);
  return cursor;
}

async function insertValues(db: Transaction<Tables>, cursor: string, { record }: NewResponse): Promise<void> {
  const values = extractValues(record);
  if (values.length === 0) return;
  await db
    .insertInto('heed_values')
    .values(values.map((value) => ({ ...value, response_seq: cursor })))
    .execute();
}
