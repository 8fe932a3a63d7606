import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const values: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('heed_values')
      .addColumn('response_seq', 'bigint', (column) =>
        column.notNull().references('heed_responses.seq').onDelete('cascade'),
      )
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('item', 'integer', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('max', 'integer')
      .addColumn('row_name', 'text')
      .addColumn('number', 'double precision')
      .addColumn('choice', 'text')
      .execute();
    await sql`create index heed_values_by_response on heed_values (response_seq)`.execute(db);
  },
};
