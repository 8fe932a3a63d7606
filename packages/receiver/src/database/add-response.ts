import { referenceOf } from '@heed/core';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { AddResult, NewResponse } from '../store/store.ts';
import { getCountedAt } from './counted-at.ts';
import { extractValues } from './extract-values.ts';
import { insertFiles } from './file-rows.ts';
import { toTimestamp } from './filter-condition.ts';
import type { Tables } from './tables.ts';

/**
 * Key of the advisory lock that admits one writer at a time. Responses then become visible in the order of their
 * cursors: a client that lists responses after a cursor would never see 6 if 7 became visible first.
 * The number is arbitrary, but must not be used by any other lock in the database.
 */
const WRITE_LOCK = 4_843_664_401;

/** Implements `Store.add`. The transaction starts here; everything below runs inside it. */
export function addResponse(db: Kysely<Tables>, response: NewResponse): Promise<AddResult> {
  return db.transaction().execute((transaction) => addInTransaction(transaction, response));
}

async function addInTransaction(transaction: Transaction<Tables>, response: NewResponse): Promise<AddResult> {
  await sql`select pg_advisory_xact_lock(${sql.lit(WRITE_LOCK)})`.execute(transaction);
  const existing = await selectVersion(transaction, response);
  const state = existing ? compareVersions(existing, response) : 'stored';
  if (state !== 'stored') return { state };
  // Deleted and inserted, not updated: the new cursor makes the new version appear in lists "after" the old cursor.
  // The values and files of the old version are deleted by foreign keys.
  if (existing) await deleteResponse(transaction, response.record.id);
  return { state, cursor: await insertResponse(transaction, response) };
}

/** The stored version of a response, compared with the time of the new one. */
interface ExistingVersion {
  sha256: string;
  partial: boolean;
  isEarlier: boolean;
  isLater: boolean;
}

function selectVersion(
  transaction: Transaction<Tables>,
  { record }: NewResponse,
): Promise<ExistingVersion | undefined> {
  const time = toTimestamp(Date.parse(record.submittedAt));
  return transaction
    .selectFrom('heed_responses')
    .select(['sha256', 'partial'])
    .select(sql<boolean>`submitted_at < ${time}`.as('isEarlier'))
    .select(sql<boolean>`submitted_at > ${time}`.as('isLater'))
    .where('id', '=', record.id)
    .executeTakeFirst();
}

/** A complete record is later than any partial one. Partial records are ordered by `submittedAt`. */
function compareVersions(existing: ExistingVersion, { sha256, record }: NewResponse): AddResult['state'] {
  if (existing.sha256 === sha256) return 'duplicate';
  if (!record.partial) return existing.partial ? 'stored' : 'conflict';
  if (!existing.partial || existing.isLater) return 'outdated';
  return existing.isEarlier ? 'stored' : 'conflict';
}

async function deleteResponse(transaction: Transaction<Tables>, id: string): Promise<void> {
  await transaction.deleteFrom('heed_responses').where('id', '=', id).execute();
}

/** Returns the cursor of the new row. */
async function insertResponse(transaction: Transaction<Tables>, response: NewResponse): Promise<string> {
  const { record, body, sha256, receivedAt } = response;
  const submittedAt = Date.parse(record.submittedAt);
  const { cursor } = await transaction
    .insertInto('heed_responses')
    .values({
      id: record.id,
      reference: referenceOf(record.id),
      survey: record.survey,
      submitted_at: toTimestamp(submittedAt),
      received_at: toTimestamp(receivedAt),
      counted_at: toTimestamp(getCountedAt(submittedAt, receivedAt)),
      sha256,
      partial: record.partial === true,
      body,
    })
    .returning(sql<string>`seq::text`.as('cursor'))
    .executeTakeFirstOrThrow();
  await insertValues(transaction, cursor, response);
  await insertFiles(transaction, cursor, response.files);
  return cursor;
}

async function insertValues(
  transaction: Transaction<Tables>,
  cursor: string,
  { record }: NewResponse,
): Promise<void> {
  const values = extractValues(record);
  if (values.length === 0) return;
  await transaction
    .insertInto('heed_values')
    .values(values.map((value) => ({ ...value, response_seq: cursor })))
    .execute();
}
