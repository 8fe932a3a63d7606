import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const partial: Migration = {
  async up(db: Kysely<unknown>) {
    // Earlier versions treated every record as complete, so existing rows are complete regardless of their `partial`.
    await db.schema
      .alterTable('heed_responses')
      .addColumn('partial', 'boolean', (column) => column.notNull().defaultTo(false))
      .execute();
  },
};
