import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { HeedError } from '@heed/core';
import { Kysely, PGliteDialect } from 'kysely';
import type { Store } from '../../store/store.ts';
import { createDatabaseError } from '../database-error.ts';
import { migrate } from '../migrations/migrate.ts';
import { createSqlStore } from '../sql-store.ts';
import type { Tables } from '../tables.ts';
import { lockFolder, type FolderLock } from './folder-lock.ts';

export interface PgliteStoreOptions {
  /** Data folder, created if it does not exist; `memory://` stores everything in memory, for tests. */
  dataDir: string;
  /**
   * Called if another process takes over the folder because this process was suspended for several seconds, for example
   * with the machine. The store rejects all calls from then on.
   */
  onLost?: (() => void) | undefined;
}

/** Value of `dataDir` that stores everything in memory, for tests. */
export const MEMORY = 'memory://';

/**
 * Locks the folder, opens the database in it, and creates or updates the tables. Only one process can use a folder at a
 * time. Stored responses survive if the process is killed. PGlite does not flush to disk, so after a power cut only what
 * the file system has written is left; use PostgreSQL if that is not acceptable.
 *
 * @throws HeedError `HEED_LOCKED` if another process uses the folder, `HEED_DATABASE` if the database cannot be opened
 */
export async function createPgliteStore({ dataDir, onLost }: PgliteStoreOptions): Promise<Store> {
  if (dataDir === MEMORY) return openStore(MEMORY);
  const lock = await lockFolder(dataDir, onLost).catch((error: unknown) => {
    throw error instanceof HeedError ? error : createOpenError(dataDir, error);
  });
  try {
    return guardStore(await openStore(join(dataDir, 'database')), lock);
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
    throw createOpenError(path, error);
  }
}

function createOpenError(path: string, cause: unknown): HeedError {
  return createDatabaseError(
    'createPgliteStore',
    cause,
    `Check that this process can write to "${path}" and that no file in it is damaged`,
  );
}

/** Rejects calls once the lock is lost: PGlite would damage files that another process has open. */
function guardStore(store: Store, lock: FolderLock): Store {
  const assertLocked = async (): Promise<void> => {
    if (lock.isLost()) {
      throw new HeedError(
        'HEED_LOCKED',
        'createPgliteStore',
        'another process has taken over the data folder. Restart this process',
      );
    }
  };
  return {
    add: (response) => assertLocked().then(() => store.add(response)),
    list: (query) => assertLocked().then(() => store.list(query)),
    readFile: (id, position) => assertLocked().then(() => store.readFile(id, position)),
    tally: (filter, period) => assertLocked().then(() => store.tally(filter, period)),
    ping: () => assertLocked().then(() => store.ping()),
    async close() {
      if (lock.isLost()) return;
      await store.close();
      await lock.release();
    },
  };
}
