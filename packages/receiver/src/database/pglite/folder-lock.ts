import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { HeedError } from '@heed/core';
import { lock } from 'proper-lockfile';

/**
 * The owner of a folder updates the lock in it every second. A killed process stops doing so, and the next process takes
 * over after this time. A shorter time would speed up restarts, but creating a new database keeps the process from
 * updating the lock for one to two seconds, and longer on a busy machine.
 */
const STALE_MS = 5_000;
const UPDATE_MS = 1_000;
const POLL_MS = 250;

export interface FolderLock {
  /** Returns `true` if another process has taken over the folder. */
  isLost(): boolean;
  release(): Promise<void>;
}

/**
 * Creates the folder if it does not exist, readable only by its owner, and locks it for this process. If it is locked,
 * waits until the lock of a killed process is stale, and throws as soon as the owner updates the lock.
 *
 * @throws HeedError `HEED_LOCKED` with the process that owns the lock
 */
export async function lockFolder(folder: string, onLost?: () => void): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let lost = false;
  const onCompromised = (): void => {
    lost = true;
    onLost?.();
  };
  const release = await acquireLock(folder, onCompromised);
  await writeFile(getOwnerFile(folder), `process ${process.pid} on ${hostname()}`);
  return { isLost: () => lost, release: async () => (lost ? undefined : release()) };
}

async function acquireLock(folder: string, onCompromised: () => void): Promise<() => Promise<void>> {
  const lockfilePath = join(folder, 'lock');
  const firstUpdate = await readUpdateTime(lockfilePath);
  for (;;) {
    try {
      return await lock(folder, { lockfilePath, stale: STALE_MS, update: UPDATE_MS, onCompromised });
    } catch (error) {
      if (!isLockedError(error)) throw error;
    }
    if ((await readUpdateTime(lockfilePath)) !== firstUpdate) throw await createLockedError(folder);
    await wait(POLL_MS);
  }
}

function isLockedError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ELOCKED';
}

async function readUpdateTime(path: string): Promise<number | undefined> {
  const stats = await stat(path).catch(() => undefined);
  return stats?.mtimeMs;
}

async function createLockedError(folder: string): Promise<HeedError> {
  const owner = await readFile(getOwnerFile(folder), 'utf8').catch(() => 'another process');
  return new HeedError(
    'HEED_LOCKED',
    'createPgliteStore',
    `the data folder "${folder}" is in use by ${owner}; a second process would damage the database. ` +
      'Stop that process, choose another folder, or use a PostgreSQL server (DATABASE_URL) to share the data',
  );
}

function getOwnerFile(folder: string): string {
  return join(folder, 'owner');
}
