import type { Receiver, ReceiverOptions } from '../receiver/options.ts';
import { createPgliteStore, MEMORY } from '../database/pglite/pglite-store.ts';
import { createPostgresStore } from '../database/postgres/postgres-store.ts';
import { createReceiver } from '../receiver/create-receiver.ts';
import type { Store } from '../store/store.ts';
import { makeToken, readOrMakeToken } from './token-file.ts';

export interface OpenReceiverOptions extends Omit<ReceiverOptions, 'store' | 'token'> {
  /**
   * Folder of the database and of the token, made when it is missing. `.heed-data` by default;
   * `memory://` keeps everything in memory.
   */
  dataDir?: string | undefined;
  /** A PostgreSQL server to use in place of PGlite, such as `postgres://user:password@host:5432/database`. */
  databaseUrl?: string | undefined;
  /** Without it, one is made at the first start and kept in the data folder. */
  token?: string | undefined;
  /** Called when another process took the data folder over; see `PgliteStoreOptions`. */
  onLost?: (() => void) | undefined;
}

/** A receiver with its store, to be put into a server of one's own. */
export interface OpenReceiver extends Receiver {
  token: string;
  /** True when the token was made just now, so that it can be shown once. */
  tokenIsNew: boolean;
  /** Closes the store and lets go of the data folder. Call it when no request is under way. */
  close(): Promise<void>;
}

/** @throws HeedError `HEED_LOCKED`, `HEED_DATABASE`, `HEED_OPTION` */
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

const DATA_DIR = '.heed-data';

async function openStore({
  databaseUrl,
  dataDir = DATA_DIR,
  onLost,
  log,
}: OpenReceiverOptions): Promise<Store> {
  return databaseUrl === undefined
    ? createPgliteStore({ dataDir, onLost })
    : createPostgresStore({ url: databaseUrl, log });
}

async function chooseToken({ token, dataDir = DATA_DIR }: OpenReceiverOptions) {
  if (token !== undefined) return { token, isNew: false };
  return dataDir === MEMORY ? { token: makeToken(), isNew: true } : readOrMakeToken(dataDir);
}
