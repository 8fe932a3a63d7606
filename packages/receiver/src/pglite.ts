/**
 * The store on PGlite: PostgreSQL inside this process, its files in a folder. Nothing to install or to run
 * beside it; one process at a time.
 */
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { HeedError } from '@heed/core';
import { Kysely, PGliteDialect } from 'kysely';
import { lockFolder, type FolderLock } from './node/lock-folder.ts';
import { databaseError } from './store/database-error.ts';
import { migrate } from './store/migrations.ts';
import type { Tables } from './store/schema.ts';
import { createSqlStore } from './store/sql-store.ts';
import type { Store } from './store/store.ts';

export type { Store } from './store/store.ts';

export interface PgliteStoreOptions {
  /** The folder, made when it is missing; `memory://` keeps everything in memory, for tests. */
  dataDir: string;
  /**
   * Called when another process took the folder over, because this one stood still for several seconds
   * (a suspended machine, a stopped process). The store refuses every call from then on.
   */
  onLost?: (() => void) | undefined;
}

/** In place of a folder: everything in memory, for tests. */
export const MEMORY = 'memory://';

/**
 * Locks the folder, opens the database in it and creates or updates its tables. An acknowledged response
 * survives the death of the process; what survives a power cut is up to the file system, as PGlite does
 * not flush. Use PostgreSQL where that matters.
 *
 * @throws HeedError `HEED_LOCKED` when another process holds the folder, `HEED_DATABASE` when it cannot be opened
 */
export async function createPgliteStore({ dataDir, onLost }: PgliteStoreOptions): Promise<Store> {
  if (dataDir === MEMORY) return openStore(MEMORY);
  const lock = await lockFolder(dataDir, onLost).catch((error: unknown) => {
    throw error instanceof HeedError ? error : cannotOpen(dataDir, error);
  });
  try {
    return guard(await openStore(join(dataDir, 'database')), lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openStore(path: string): Promise<Store> {
  try {
    const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: await PGlite.create(path) }) });
    await migrate(db);
    return createSqlStore(db);
  } catch (error) {
    throw cannotOpen(path, error);
  }
}

function cannotOpen(path: string, cause: unknown): HeedError {
  return databaseError(
    'createPgliteStore',
    cause,
    `Check that this process may write to "${path}" and that no file in it is damaged`,
  );
}

/** The store, as long as the folder is ours: PGlite would damage files that another process has open. */
function guard(store: Store, lock: FolderLock): Store {
  const expectHeld = async (): Promise<void> => {
    if (lock.isLost()) {
      throw new HeedError(
        'HEED_LOCKED',
        'createPgliteStore',
        'the data folder was taken over by another process. Start this one again',
      );
    }
  };
  return {
    add: (response) => expectHeld().then(() => store.add(response)),
    list: (query) => expectHeld().then(() => store.list(query)),
    readFile: (id, position) => expectHeld().then(() => store.readFile(id, position)),
    tally: (filter, period) => expectHeld().then(() => store.tally(filter, period)),
    ping: () => expectHeld().then(() => store.ping()),
    async close() {
      if (lock.isLost()) return;
      await store.close();
      await lock.release();
    },
  };
}
