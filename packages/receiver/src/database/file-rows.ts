import { sql, type Kysely, type Transaction } from 'kysely';
import type { NewFile, StoredFile, StoredFileContent } from '../store/store.ts';
import type { Tables } from './tables.ts';

/** Inserts one file per statement, so that the process can handle other requests in between. */
export async function insertFiles(
  transaction: Transaction<Tables>,
  cursor: string,
  files: readonly NewFile[],
): Promise<void> {
  for (const [position, { name, type, answer = null, bytes }] of files.entries()) {
    const content = sql<Uint8Array>`decode(${toBase64(bytes)}, 'base64')`;
    await transaction
      .insertInto('heed_files')
      .values({ response_seq: cursor, position, name, type, answer, content })
      .execute();
  }
}

/** Returns the files of each response by cursor, without their content. */
export async function selectFiles(
  db: Kysely<Tables>,
  cursors: readonly string[],
): Promise<Map<string, StoredFile[]>> {
  if (cursors.length === 0) return new Map();
  const rows = await db
    .selectFrom('heed_files')
    .select([sql<string>`response_seq::text`.as('cursor'), 'name', 'type', 'answer'])
    .select(sql<number>`octet_length(content)`.as('size'))
    .where('response_seq', 'in', cursors)
    .orderBy('response_seq')
    .orderBy('position')
    .execute();
  const files = new Map<string, StoredFile[]>();
  for (const { cursor, ...row } of rows) files.set(cursor, [...(files.get(cursor) ?? []), toStoredFile(row)]);
  return files;
}

/** Implements `Store.readFile`. */
export async function selectFileContent(
  db: Kysely<Tables>,
  id: string,
  position: number,
): Promise<StoredFileContent | undefined> {
  const row = await db
    .selectFrom('heed_files')
    .innerJoin('heed_responses', 'seq', 'response_seq')
    .select(['name', 'type', 'answer', sql<string>`encode(content, 'base64')`.as('base64')])
    .where('id', '=', id)
    .where('position', '=', position)
    .executeTakeFirst();
  if (!row) return undefined;
  const bytes = new Uint8Array(Buffer.from(row.base64, 'base64'));
  return { ...toStoredFile({ ...row, size: bytes.byteLength }), bytes };
}

/**
 * Content is transferred as base64, which PostgreSQL and PGlite accept in the same statement. PGlite is eight times as
 * slow with binary parameters.
 */
function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

type FileRow = Omit<StoredFile, 'answer'> & { answer: string | null };

function toStoredFile({ name, type, size, answer }: FileRow): StoredFile {
  return { name, type, size, ...(answer !== null && { answer }) };
}
