import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPgliteStore } from './pglite-store.ts';
import { createTestClient, buildRecord } from '../../test/test-client.ts';
import { createTemporaryFolder } from '../../test/command-process.ts';

describe('createPgliteStore', () => {
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
  beforeEach(async () => {
    folder = await createTemporaryFolder();
  });
  afterEach(() => folder.remove());

  it('returns responses that an earlier store saved', async () => {
    const record = buildRecord();
    const first = await createPgliteStore({ dataDir: folder.path });
    await createTestClient({ store: first }).post(record);
    await first.close();
    const second = await createPgliteStore({ dataDir: folder.path });
    expect(
      (await createTestClient({ store: second }).list(`survey=${record.survey}`)).responses,
    ).toMatchObject([{ record }]);
    await second.close();
  });

  it('rejects all calls if another process has taken over the folder', async () => {
    let lost = 0;
    const store = await createPgliteStore({ dataDir: folder.path, onLost: () => lost++ });
    const lock = join(folder.path, 'lock');
    await rm(lock, { recursive: true });
    await mkdir(lock);
    // As the other process does. Once is not enough: the store may just have checked the lock and now updates the new one.
    const takeOver = async (): Promise<number> => {
      await utimes(lock, new Date(), new Date());
      return lost;
    };
    await expect.poll(takeOver, { timeout: 10_000 }).toBe(1);
    expect((await createTestClient({ store }).post(buildRecord())).status).toBe(503);
    await expect(store.ping()).rejects.toThrow('(HEED_LOCKED)');
    await store.close();
    expect(await readdir(folder.path)).toContain('lock');
  });

  it('rejects with HEED_DATABASE if the folder cannot be created', async () => {
    const path = join(folder.path, 'file');
    await writeFile(path, '');
    await expect(createPgliteStore({ dataDir: join(path, 'data') })).rejects.toThrow('(HEED_DATABASE)');
  });

  it('rejects with HEED_DATABASE if the files are damaged, and releases the lock', async () => {
    await mkdir(join(folder.path, 'database'));
    await writeFile(join(folder.path, 'database', 'PG_VERSION'), 'damaged');
    await expect(createPgliteStore({ dataDir: folder.path })).rejects.toThrow('(HEED_DATABASE)');
    expect(await readdir(folder.path)).not.toContain('lock');
  });
});
