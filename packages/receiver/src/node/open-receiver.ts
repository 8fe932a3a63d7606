import { createPgliteStore, MEMORY } from '../database/pglite/pglite-store.ts';
import { createPostgresStore } from '../database/postgres/postgres-store.ts';
import { createReceiver } from '../receiver/create-receiver.ts';
import type { Receiver, ReceiverOptions } from '../receiver/options.ts';
import type { Store } from '../store/store.ts';
import { createToken, readOrCreateToken } from './token-file.ts';

export interface OpenReceiverOptions extends Omit<ReceiverOptions, 'store' | 'token'> {
  /**
   * Folder of the database and the token, created if it does not exist. Defaults to `.heed-data`. `memory://` stores
   * everything in memory.
   */
  dataDir?: string | undefined;
  /** PostgreSQL server to use instead of PGlite, such as `postgres://user:password@host:5432/database`. */
  databaseUrl?: string | undefined;
  /** Token for reading. Defaults to a token that is created on the first start and stored in the data folder. */
  token?: string | undefined;
  /** Called if another process takes over the data folder; see `PgliteStoreOptions`. */
  onLost?: (() => void) | undefined;
}

/** A receiver with its store, for use in your own server. */
export interface OpenReceiver extends Receiver {
  token: string;
  /** `true` if the token was just created. Show it to the operator, because it is not shown again. */
  tokenIsNew: boolean;
  /** Closes the store and unlocks the data folder. Call it when no request is in progress. */
  close(): Promise<void>;
}

/**
 * Opens the store and returns a receiver for it.
 *
 * @throws HeedError `HEED_LOCKED`, `HEED_DATABASE`, `HEED_OPTION`
 */
export async function openReceiver(options: OpenReceiverOptions = {}): Promise<OpenReceiver> {
  const store = await openStore(options);
  try {
    const { token, isNew } = await chooseToken(options);
    const { fetch } = createReceiver({ ...options, store, token });
    return { fetch, token, tokenIsNew: isNew, close: () => store.close() };
  } catch (error) {
    await store.close();
    throw error;
  }
}

const DEFAULT_DATA_DIR = '.heed-data';

async function openStore({
  databaseUrl,
  dataDir = DEFAULT_DATA_DIR,
  onLost,
  log,
}: OpenReceiverOptions): Promise<Store> {
  return databaseUrl === undefined
    ? createPgliteStore({ dataDir, onLost })
    : createPostgresStore({ url: databaseUrl, log });
}

async function chooseToken({ token, dataDir = DEFAULT_DATA_DIR }: OpenReceiverOptions) {
  if (token !== undefined) return { token, isNew: false };
  return dataDir === MEMORY ? { token: createToken(), isNew: true } : readOrCreateToken(dataDir);
}
