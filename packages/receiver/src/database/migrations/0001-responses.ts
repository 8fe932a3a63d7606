import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const responses: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('heed_responses')
      .addColumn('seq', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('id', 'uuid', (column) => column.notNull().unique())
      .addColumn('reference', 'text', (column) => column.notNull())
      .addColumn('survey', 'text', (column) => column.notNull())
      .addColumn('submitted_at', 'timestamptz', (column) => column.notNull())
      .addColumn('received_at', 'timestamptz', (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .execute();
    await sql`create index heed_responses_by_survey on heed_responses (survey, seq)`.execute(db);
    await sql`create index heed_responses_by_time on heed_responses (submitted_at)`.execute(db);
  },
};
