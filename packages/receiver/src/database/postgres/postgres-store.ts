/**
 * The store on a PostgreSQL server. Several receivers may share one database.
 */
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { describeError } from '../../logging/describe-error.ts';
import { databaseError } from '../database-error.ts';
import { migrate } from '../migrations/migrate.ts';
import type { Tables } from '../tables.ts';
import { createSqlStore } from '../sql-store.ts';
import type { Store } from '../../store/store.ts';

export type { Store } from '../../store/store.ts';

export interface PostgresStoreOptions {
  /** Such as `postgres://user:password@host:5432/database`. */
  url: string;
  /** Connections at most. 10 by default. */
  maxConnections?: number | undefined;
  /** Hears about idle connections that the server closed; the next call opens new ones. */
  log?: ((line: string) => void) | undefined;
}

/** A call fails rather than waits longer than this for a free connection. */
const CONNECT_TIMEOUT_MS = 5_000;
const QUERY_TIMEOUT_MS = 60_000;

/**
 * Opens the database and creates or updates its tables (`heed_responses`, `heed_values`, `heed_files`, `heed_migrations`).
 * Several processes may do so at once.
 *
 * @throws HeedError `HEED_DATABASE` when it cannot be reached, is not encoded in UTF-8 or refuses the tables
 */
export async function createPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: () => Promise.resolve(openPool(options)) }),
  });
  try {
    await expectUtf8(db);
    await migrate(db);
  } catch (error) {
    await db.destroy().catch(() => {});
    throw databaseError(
      'createPostgresStore',
      error,
      'Check the address, that the server runs, and that the user may create tables',
    );
  }
  return createSqlStore(db);
}

function openPool({ url, maxConnections = 10, log }: PostgresStoreOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
  });
  // Without a listener, an idle connection that the server closes would end the process.
  pool.on('error', (error) => log?.(`An idle database connection was lost: ${describeError(error)}`));
  return pool;
}

async function expectUtf8(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(db);
  const encoding = rows[0]?.server_encoding;
  if (encoding !== 'UTF8')
    throw new Error(`its encoding must be UTF8, which holds any answer, and is ${encoding}`);
}
