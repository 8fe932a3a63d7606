import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { describeError } from '../../logging/describe-error.ts';
import type { Store } from '../../store/store.ts';
import { createDatabaseError } from '../database-error.ts';
import { migrate } from '../migrations/migrate.ts';
import { createSqlStore } from '../sql-store.ts';
import type { Tables } from '../tables.ts';

export interface PostgresStoreOptions {
  /** Connection string, such as `postgres://user:password@host:5432/database`. */
  url: string;
  /** Maximum number of connections. Defaults to 10. */
  maxConnections?: number | undefined;
  /** Receives a line when the server closes an idle connection. The next call opens a new one. */
  log?: ((line: string) => void) | undefined;
}

/** A call fails if no connection is available within this time. */
const CONNECT_TIMEOUT_MS = 5_000;
const QUERY_TIMEOUT_MS = 60_000;

/**
 * Opens the database and creates or updates the tables (`heed_responses`, `heed_values`, `heed_files`, `heed_migrations`).
 * Several processes may do so concurrently.
 *
 * @throws HeedError `HEED_DATABASE` if the database cannot be reached, is not encoded in UTF-8, or the user cannot create tables
 */
export async function createPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: () => Promise.resolve(openPool(options)) }),
  });
  try {
    await assertUtf8(db);
    await migrate(db);
  } catch (error) {
    await db.destroy().catch(() => {});
    throw createDatabaseError(
      'createPostgresStore',
      error,
      'Check the URL, that the server is running, and that the user can create tables',
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
  // Without a listener, a closed idle connection would crash the process.
  pool.on('error', (error) => log?.(`An idle database connection was lost: ${describeError(error)}`));
  return pool;
}

async function assertUtf8(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(db);
  const encoding = rows[0]?.server_encoding;
  if (encoding !== 'UTF8') throw new Error(`the encoding must be UTF8, got ${encoding}`);
}
