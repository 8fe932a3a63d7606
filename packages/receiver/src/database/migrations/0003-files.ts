import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const files: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('heed_files')
      .addColumn('response_seq', 'bigint', (column) =>
        column.notNull().references('heed_responses.seq').onDelete('cascade'),
      )
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('answer', 'text')
      .addColumn('content', 'bytea', (column) => column.notNull())
      .addPrimaryKeyConstraint('heed_files_pkey', ['response_seq', 'position'])
      .execute();
    // Photos are already compressed. Compressing them again costs time and saves no space.
    await sql`alter table heed_files alter column content set storage external`.execute(db);
  },
};
