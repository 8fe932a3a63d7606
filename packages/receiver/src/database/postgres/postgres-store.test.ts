import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createPostgresStore } from './postgres-store.ts';
import { newRecordNaming, postFiles } from '../../test/multipart-form.test-helper.ts';
import { call, newNps, newRecord, newSurvey } from '../../test/test-client.test-helper.ts';
import { createDatabase, execute } from '../../test/postgres-server.test-helper.ts';

describe('createPostgresStore', () => {
  let url: string;
  let drop: () => Promise<void>;
  beforeAll(async () => ({ url, drop } = await createDatabase(inject('postgresUrl'))));
  afterAll(() => drop());

  it('makes the tables once when several start together on an empty database', async () => {
    const stores = await Promise.all(Array.from({ length: 4 }, () => createPostgresStore({ url })));
    const record = newRecord();
    const answers = await Promise.all(stores.map((store) => call({ store }).post(record)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const [store] = stores;
    if (store) expect((await call({ store }).list(`survey=${record.survey}`)).responses).toHaveLength(1);
    await Promise.all(stores.map((one) => one.close()));
  });

  it('keeps what an earlier version of the tables holds, as complete', async () => {
    const record = newRecord({ partial: true });
    const first = await createPostgresStore({ url });
    await call({ store: first }).post(record);
    await first.close();
    await undoCountedAt(url);
    await execute(url, 'alter table heed_responses drop column partial');
    await execute(url, "delete from heed_migrations where name = '0004_partial'");
    const store = await createPostgresStore({ url });
    const caller = call({ store });
    const { partial: _, ...complete } = record;
    expect((await caller.post(complete)).status).toBe(422);
    expect((await caller.list(`survey=${record.survey}&partial=false`)).responses).toMatchObject([
      { record },
    ]);
    await store.close();
  });

  it('bounds the times of what an earlier version of the tables holds by their arrival', async () => {
    const first = await createPostgresStore({ url });
    const survey = newSurvey();
    const times = ['2031-02-01T00:00:00.000Z', '2026-11-19T10:00:00.000Z', '1970-01-01T00:00:00.000Z'];
    for (const time of times) await call({ store: first }).post(newNps(survey, 5, time));
    await first.close();
    await undoCountedAt(url);
    const store = await createPostgresStore({ url });
    expect(await call({ store }).scores(`survey=${survey}&period=day`)).toMatchObject([
      {
        series: [
          { start: '2026-11-19', n: 1 },
          { start: '2026-11-22', n: 2 },
        ],
      },
    ]);
    await store.close();
  });

  it('keeps the order of arrival when several receivers write at the same time', async () => {
    const stores = await Promise.all(Array.from({ length: 3 }, () => createPostgresStore({ url })));
    const survey = newSurvey();
    const records = Array.from({ length: 90 }, () => newRecord({ survey }));
    const callers = stores.map((store) => call({ store }));
    const posting = Promise.all(records.map((record, index) => callers[index % 3]?.post(record)));
    const seen: string[] = [];
    for (let after = '0'; seen.length < records.length;) {
      const page = await callers[0]?.list(`survey=${survey}&after=${after}`);
      seen.push(...(page?.responses ?? []).map(({ record }) => record.id));
      after = page?.next ?? after;
    }
    await posting;
    expect(seen.sort()).toEqual(records.map(({ id }) => id).sort());
    await Promise.all(stores.map((store) => store.close()));
  });

  it('outlives the connections that the server closes', async () => {
    const lines: string[] = [];
    const store = await createPostgresStore({ url, log: (line) => lines.push(line) });
    const { post } = call({ store });
    await post(newRecord());
    await execute(
      url,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await expect.poll(() => lines).not.toEqual([]);
    expect((await post(newRecord())).status).toBe(201);
    await store.close();
  });

  it('finds again what an earlier one stored', async () => {
    const record = newRecord();
    const first = await createPostgresStore({ url });
    await call({ store: first }).post(record);
    await first.close();
    const second = await createPostgresStore({ url });
    expect((await call({ store: second }).list(`survey=${record.survey}`)).responses).toMatchObject([
      { record },
    ]);
    await second.close();
  });

  it('forgets the files of a response that somebody deletes', async () => {
    const store = await createPostgresStore({ url });
    const caller = call({ store });
    const record = newRecordNaming('a.png');
    await postFiles(caller, record, new File(['x'], 'a.png'));
    expect((await caller.get(`/responses/${record.id}/files/0`)).status).toBe(200);
    await execute(url, `delete from heed_responses where id = '${record.id}'`);
    await execute(url, 'do $$ begin assert (select count(*) = 0 from heed_files); end $$');
    expect((await caller.get(`/responses/${record.id}/files/0`)).status).toBe(404);
    await store.close();
  });

  it.each([
    ['nobody listens', 'postgres://user:hidden-password@127.0.0.1:1/database'],
    ['there is no such database', new URL('/no_such_database', 'postgres://x').pathname],
    ['it is no address', 'http://[broken'],
  ])('says so when %s, without the password', async (_, address) => {
    const target = address.startsWith('/') ? url.replace(/\/heed_test_\w+/, address) : address;
    const opening = createPostgresStore({ url: target });
    await expect(opening).rejects.toThrow('(HEED_DATABASE)');
    await expect(opening).rejects.not.toThrow('hidden-password');
  });

  it('refuses a database that cannot hold any answer', async () => {
    await execute(url, `create database heed_test_latin encoding 'LATIN1' locale 'C' template template0`);
    const latin = url.replace(/\/heed_test_\w+/, '/heed_test_latin');
    await expect(createPostgresStore({ url: latin })).rejects.toThrow('UTF8');
    await execute(url, 'drop database heed_test_latin with (force)');
  });
});

/** Brings the tables back to the version before `counted_at`. */
async function undoCountedAt(url: string): Promise<void> {
  await execute(url, 'create index heed_responses_by_time on heed_responses (submitted_at)');
  await execute(url, 'alter table heed_responses drop column counted_at');
  await execute(url, "delete from heed_migrations where name = '0005_counted_at'");
}
