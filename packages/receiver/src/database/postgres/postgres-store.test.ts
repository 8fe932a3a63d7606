import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createPostgresStore } from './postgres-store.ts';
import { buildRecordWithFiles, postFiles } from '../../test/multipart-form.ts';
import { createTestClient, buildNpsRecord, buildRecord, createSurveyName } from '../../test/test-client.ts';
import { createDatabase, execute } from '../../test/postgres-server.ts';

describe('createPostgresStore', () => {
  let url: string;
  let drop: () => Promise<void>;
  beforeAll(async () => ({ url, drop } = await createDatabase(inject('postgresUrl'))));
  afterAll(() => drop());

  it('creates the tables once if several stores start concurrently', async () => {
    const stores = await Promise.all(Array.from({ length: 4 }, () => createPostgresStore({ url })));
    const record = buildRecord();
    const answers = await Promise.all(stores.map((store) => createTestClient({ store }).post(record)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const [store] = stores;
    if (store)
      expect((await createTestClient({ store }).list(`survey=${record.survey}`)).responses).toHaveLength(1);
    await Promise.all(stores.map((one) => one.close()));
  });

  it('migrates existing responses as complete', async () => {
    const record = buildRecord({ partial: true });
    const first = await createPostgresStore({ url });
    await createTestClient({ store: first }).post(record);
    await first.close();
    await undoCountedAt(url);
    await execute(url, 'alter table heed_responses drop column partial');
    await execute(url, "delete from heed_migrations where name = '0004_partial'");
    const store = await createPostgresStore({ url });
    const client = createTestClient({ store });
    const { partial: _, ...complete } = record;
    expect((await client.post(complete)).status).toBe(422);
    expect((await client.list(`survey=${record.survey}&partial=false`)).responses).toMatchObject([
      { record },
    ]);
    await store.close();
  });

  it('migrates the times of existing responses with wrong clocks', async () => {
    const first = await createPostgresStore({ url });
    const survey = createSurveyName();
    const times = ['2031-02-01T00:00:00.000Z', '2026-11-19T10:00:00.000Z', '1970-01-01T00:00:00.000Z'];
    for (const time of times) await createTestClient({ store: first }).post(buildNpsRecord(survey, 5, time));
    await first.close();
    await undoCountedAt(url);
    const store = await createPostgresStore({ url });
    expect(await createTestClient({ store }).scores(`survey=${survey}&period=day`)).toMatchObject([
      {
        series: [
          { start: '2026-11-19', n: 1 },
          { start: '2026-11-22', n: 2 },
        ],
      },
    ]);
    await store.close();
  });

  it('keeps the order of arrival with several concurrent receivers', async () => {
    const stores = await Promise.all(Array.from({ length: 3 }, () => createPostgresStore({ url })));
    const survey = createSurveyName();
    const records = Array.from({ length: 90 }, () => buildRecord({ survey }));
    const clients = stores.map((store) => createTestClient({ store }));
    const posting = Promise.all(records.map((record, index) => clients[index % 3]?.post(record)));
    const seen: string[] = [];
    for (let after = '0'; seen.length < records.length;) {
      const page = await clients[0]?.list(`survey=${survey}&after=${after}`);
      seen.push(...(page?.responses ?? []).map(({ record }) => record.id));
      after = page?.next ?? after;
    }
    await posting;
    expect(seen.sort()).toEqual(records.map(({ id }) => id).sort());
    await Promise.all(stores.map((store) => store.close()));
  });

  it('reconnects after the server closes its connections', async () => {
    const lines: string[] = [];
    const store = await createPostgresStore({ url, log: (line) => lines.push(line) });
    const { post } = createTestClient({ store });
    await post(buildRecord());
    await execute(
      url,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await expect.poll(() => lines).not.toEqual([]);
    expect((await post(buildRecord())).status).toBe(201);
    await store.close();
  });

  it('returns responses that an earlier store saved', async () => {
    const record = buildRecord();
    const first = await createPostgresStore({ url });
    await createTestClient({ store: first }).post(record);
    await first.close();
    const second = await createPostgresStore({ url });
    expect(
      (await createTestClient({ store: second }).list(`survey=${record.survey}`)).responses,
    ).toMatchObject([{ record }]);
    await second.close();
  });

  it('deletes the files with their response', async () => {
    const store = await createPostgresStore({ url });
    const client = createTestClient({ store });
    const record = buildRecordWithFiles('a.png');
    await postFiles(client, record, new File(['x'], 'a.png'));
    expect((await client.get(`/responses/${record.id}/files/0`)).status).toBe(200);
    await execute(url, `delete from heed_responses where id = '${record.id}'`);
    await execute(url, 'do $$ begin assert (select count(*) = 0 from heed_files); end $$');
    expect((await client.get(`/responses/${record.id}/files/0`)).status).toBe(404);
    await store.close();
  });

  it.each([
    ['the server is not running', 'postgres://user:hidden-password@127.0.0.1:1/database'],
    ['the database does not exist', new URL('/no_such_database', 'postgres://x').pathname],
    ['the URL is invalid', 'http://[broken'],
  ])('rejects with HEED_DATABASE if %s, without the password in the message', async (_, address) => {
    const target = address.startsWith('/') ? url.replace(/\/heed_test_\w+/, address) : address;
    const opening = createPostgresStore({ url: target });
    await expect(opening).rejects.toThrow('(HEED_DATABASE)');
    await expect(opening).rejects.not.toThrow('hidden-password');
  });

  it('rejects a database that is not encoded in UTF-8', async () => {
    await execute(url, `create database heed_test_latin encoding 'LATIN1' locale 'C' template template0`);
    const latin = url.replace(/\/heed_test_\w+/, '/heed_test_latin');
    await expect(createPostgresStore({ url: latin })).rejects.toThrow('UTF8');
    await execute(url, 'drop database heed_test_latin with (force)');
  });
});

/** Reverts the migration `0005_counted_at`. */
async function undoCountedAt(url: string): Promise<void> {
  await execute(url, 'create index heed_responses_by_time on heed_responses (submitted_at)');
  await execute(url, 'alter table heed_responses drop column counted_at');
  await execute(url, "delete from heed_migrations where name = '0005_counted_at'");
}
