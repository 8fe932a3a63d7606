/** The store on PGlite: PostgreSQL inside the process, with its files in a folder. */
export { createPgliteStore, MEMORY, type PgliteStoreOptions } from './database/pglite/pglite-store.ts';
export type { Store } from './store/store.ts';
