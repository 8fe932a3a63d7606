import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import type { Tables } from '../tables.ts';
import { responses } from './0001-responses.ts';
import { values } from './0002-values.ts';
import { files } from './0003-files.ts';
import { partial } from './0004-partial.ts';
import { countedAt } from './0005-counted-at.ts';

/** Applied in the order of their names. Never change a published migration: add a file and list it here. */
const MIGRATIONS: Record<string, Migration> = {
  '0001_responses': responses,
  '0002_values': values,
  '0003_files': files,
  '0004_partial': partial,
  '0005_counted_at': countedAt,
};

/**
 * Creates the tables or updates them to the current schema. Several processes may call it concurrently: on PostgreSQL,
 * an advisory lock admits one while the others wait.
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
