/** The store on a PostgreSQL server, which several receivers can share. */
export { createPostgresStore, type PostgresStoreOptions } from './database/postgres/postgres-store.ts';
export type { Store } from './store/store.ts';
