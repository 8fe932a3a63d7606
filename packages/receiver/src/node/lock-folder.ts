import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { HeedError } from '@heed/core';
import { lock } from 'proper-lockfile';

/**
 * A folder is held by touching a lock in it every second. A process that was killed stops touching, and after
 * this long the next one takes over by itself. Shorter would be kinder to restarts, but opening a new database
 * keeps the process from touching for one to two seconds, more on a busy machine.
 */
const STALE_MS = 5_000;
const TOUCH_MS = 1_000;
const POLL_MS = 250;

export interface FolderLock {
  /** True when another process took the folder over. */
  isLost(): boolean;
  release(): Promise<void>;
}

/**
 * Makes the folder when it is missing, readable by its owner only, and holds it for this process. Waits for
 * the lock of a killed process to grow stale; gives up as soon as the holder gives a sign of life.
 *
 * @throws HeedError `HEED_LOCKED` naming the process that holds it
 */
export async function lockFolder(folder: string, onLost?: () => void): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let lost = false;
  const onCompromised = (): void => {
    lost = true;
    onLost?.();
  };
  const release = await acquire(folder, onCompromised);
  await writeFile(ownerFile(folder), `process ${process.pid} on ${hostname()}`);
  return { isLost: () => lost, release: async () => (lost ? undefined : release()) };
}

async function acquire(folder: string, onCompromised: () => void): Promise<() => Promise<void>> {
  const lockfilePath = join(folder, 'lock');
  const firstSeen = await touchedAt(lockfilePath);
  for (;;) {
    try {
      return await lock(folder, { lockfilePath, stale: STALE_MS, update: TOUCH_MS, onCompromised });
    } catch (error) {
      if (!isHeld(error)) throw error;
    }
    if ((await touchedAt(lockfilePath)) !== firstSeen) throw await heldError(folder);
    await wait(POLL_MS);
  }
}

function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ELOCKED';
}

async function touchedAt(path: string): Promise<number | undefined> {
  const stats = await stat(path).catch(() => undefined);
  return stats?.mtimeMs;
}

async function heldError(folder: string): Promise<HeedError> {
  const owner = await readFile(ownerFile(folder), 'utf8').catch(() => 'another process');
  return new HeedError(
    'HEED_LOCKED',
    'createPgliteStore',
    `the data folder "${folder}" is in use by ${owner}, and two processes would damage the database. ` +
      'Stop that process, choose another folder, or let both share a PostgreSQL server (DATABASE_URL)',
  );
}

function ownerFile(folder: string): string {
  return join(folder, 'owner');
}
