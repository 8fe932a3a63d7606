import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReceiver } from '../../node/open-receiver.ts';
import { createPgliteStore } from './pglite-store.ts';
import { call, newRecord } from '../../test/test-client.test-helper.ts';
import { temporaryFolder } from '../../test/command-process.test-helper.ts';

describe('createPgliteStore', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => folder.remove());

  it('finds again what an earlier one stored', async () => {
    const record = newRecord();
    const first = await createPgliteStore({ dataDir: folder.path });
    await call({ store: first }).post(record);
    await first.close();
    const second = await createPgliteStore({ dataDir: folder.path });
    expect((await call({ store: second }).list(`survey=${record.survey}`)).responses).toMatchObject([
      { record },
    ]);
    await second.close();
  });

  it('refuses to touch the files when another process took the folder over', async () => {
    let lost = 0;
    const store = await createPgliteStore({ dataDir: folder.path, onLost: () => lost++ });
    await rm(join(folder.path, 'lock'), { recursive: true });
    await mkdir(join(folder.path, 'lock'));
    await expect.poll(() => lost, { timeout: 10_000 }).toBe(1);
    expect((await call({ store }).post(newRecord())).status).toBe(503);
    await expect(store.ping()).rejects.toThrow('(HEED_LOCKED)');
    await store.close();
    expect(await readdir(folder.path)).toContain('lock');
  });

  it('explains a folder that cannot be one', async () => {
    const path = join(folder.path, 'file');
    await writeFile(path, '');
    await expect(createPgliteStore({ dataDir: join(path, 'data') })).rejects.toThrow('(HEED_DATABASE)');
  });

  it('explains files that are no database, and lets go of the folder', async () => {
    await mkdir(join(folder.path, 'database'));
    await writeFile(join(folder.path, 'database', 'PG_VERSION'), 'damaged');
    await expect(createPgliteStore({ dataDir: folder.path })).rejects.toThrow('(HEED_DATABASE)');
    expect(await readdir(folder.path)).not.toContain('lock');
  });
});

describe('openReceiver', () => {
  it('makes a token that lasts as long as the memory', async () => {
    const receiver = await openReceiver({ dataDir: 'memory://', basePath: '/' });
    expect(receiver.tokenIsNew).toBe(true);
    const headers = { authorization: `Bearer ${receiver.token}` };
    const response = await receiver.fetch(new Request('http://receiver.example/scores', { headers }));
    expect(await response.json()).toEqual({ scores: [] });
    await receiver.close();
  });
});
