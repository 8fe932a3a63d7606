import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const countedAt: Migration = {
  async up(db: Kysely<unknown>) {
    // The default is for receivers of the previous version, which may still be writing.
    await db.schema
      .alterTable('heed_responses')
      .addColumn('counted_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .execute();
    // The same rule as `getCountedAt()`. Not '30 days', which differs by an hour when clocks change.
    await sql`update heed_responses set counted_at = case
      when submitted_at between received_at - interval '720 hours' and received_at then submitted_at
      else received_at end`.execute(db);
    await sql`create index heed_responses_by_counted_time on heed_responses (counted_at)`.execute(db);
    await sql`drop index heed_responses_by_time`.execute(db);
  },
};
