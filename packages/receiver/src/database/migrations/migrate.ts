import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import type { Tables } from '../tables.ts';

/** Applied in the order of their names. One that was published is never changed: add the next. */
const MIGRATIONS: Record<string, Migration> = {
  '0001_responses': {
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
  },
  '0002_values': {
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
  },
  '0003_files': {
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
      // Photos are compressed already: trying again costs time and saves nothing.
      await sql`alter table heed_files alter column content set storage external`.execute(db);
    },
  },
  '0004_partial': {
    async up(db: Kysely<unknown>) {
      // What is there was final when it was stored, whatever it says of itself.
      await db.schema
        .alterTable('heed_responses')
        .addColumn('partial', 'boolean', (column) => column.notNull().defaultTo(false))
        .execute();
    },
  },
  '0005_counted_at': {
    async up(db: Kysely<unknown>) {
      // The default is for a receiver of the version before, which may go on writing for a while.
      await db.schema
        .alterTable('heed_responses')
        .addColumn('counted_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
        .execute();
      // As `countedAt()` has it. Not '30 days', which may be an hour more or less where clocks change.
      await sql`update heed_responses set counted_at = case
        when submitted_at between received_at - interval '720 hours' and received_at then submitted_at
        else received_at end`.execute(db);
      await sql`create index heed_responses_by_counted_time on heed_responses (counted_at)`.execute(db);
      await sql`drop index heed_responses_by_time`.execute(db);
    },
  },
};

/**
 * Brings the tables to the present shape. Several processes may do so at once: on PostgreSQL an advisory
 * lock lets one work while the others wait.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(MIGRATIONS) },
    migrationTableName: 'heed_migrations',
    migrationLockTableName: 'heed_migrations_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
