import { describe, expect, it } from 'vitest';
import type { StoredItem } from '../../responses/stored-item.ts';
import {
  createTestClient,
  buildNpsRecord,
  buildRecord,
  createSurveyName,
  NOW,
  readJson,
  type TestClient,
  type Harness,
} from '../test-client.ts';

/** Lists and their parameters. */
export function describeList(harness: Harness): void {
  describe('the list', () => {
    it('contains time, reference, cursor and record of each response', async () => {
      const { post, list } = createTestClient(harness);
      const record = buildRecord();
      const { reference } = await readJson<StoredItem>(await post(record));
      const answer = await list(`survey=${record.survey}`);
      const receivedAt = new Date(NOW).toISOString();
      expect(answer).toEqual({
        responses: [{ receivedAt, reference, cursor: expect.stringMatching(/^\d+$/), record }],
        next: answer.responses[0]?.cursor,
      });
    });

    it('starts with the newest response', async () => {
      const { survey, client } = await storeThree(harness);
      expect(await listValues(client, `survey=${survey}&limit=2`)).toEqual([3, 2]);
    });

    it('returns older responses before a cursor', async () => {
      const { survey, client } = await storeThree(harness);
      const { responses } = await client.list(`survey=${survey}&limit=2`);
      const before = responses.at(-1)?.cursor;
      expect(await listValues(client, `survey=${survey}&before=${before}`)).toEqual([1]);
    });

    it('returns newer responses after a cursor, in the order of arrival, without duplicates', async () => {
      const { survey, client } = await storeThree(harness);
      const { next } = await client.list(`survey=${survey}`);
      expect(await client.list(`survey=${survey}&after=${next}`)).toEqual({
        responses: [],
        next,
      });
      await client.post(buildNpsRecord(survey, 4));
      await client.post(buildNpsRecord(survey, 5));
      const first = await client.list(`survey=${survey}&after=${next}&limit=1`);
      expect(first.responses).toMatchObject([{ record: { answers: [{ value: 4 }] } }]);
      expect(await listValues(client, `survey=${survey}&after=${first.next}`)).toEqual([5]);
    });

    it('returns all responses after 0', async () => {
      const { survey, client } = await storeThree(harness);
      expect(await listValues(client, `survey=${survey}&after=0`)).toEqual([1, 2, 3]);
    });

    it('is empty without responses, with a cursor for later', async () => {
      const { list } = createTestClient(harness);
      expect(await list(`survey=${createSurveyName()}`)).toEqual({
        responses: [],
        next: '0',
      });
    });

    it('misses nothing during concurrent posts', async () => {
      const client = createTestClient(harness);
      const survey = createSurveyName();
      const records = Array.from({ length: 40 }, () => buildNpsRecord(survey, 7));
      const posting = Promise.all(records.map((record) => client.post(record)));
      const seen: string[] = [];
      let after = '0';
      while (seen.length < records.length) {
        const { responses, next } = await client.list(`survey=${survey}&after=${after}`);
        seen.push(...responses.map(({ record }) => record.id));
        after = next;
      }
      await posting;
      expect(seen.sort()).toEqual(records.map(({ id }) => id).sort());
    });

    it('has shorter pages if the bodies are large', async () => {
      const client = createTestClient(harness, { maxBodyBytes: 5_000_000 });
      const survey = createSurveyName();
      for (let count = 0; count < 3; count++) {
        await client.post(
          buildRecord({ survey, answers: [{ name: 'a', kind: 'text', value: 'x'.repeat(4_500_000) }] }),
        );
      }
      const first = await client.list(`survey=${survey}&after=0`);
      expect(first.responses).toHaveLength(2);
      expect((await client.list(`survey=${survey}&after=${first.next}`)).responses).toHaveLength(1);
    });

    it('filters by the time of the device: from inclusive, to exclusive', async () => {
      const client = createTestClient(harness);
      const survey = createSurveyName();
      const times = ['2026-11-20T23:59:59.999Z', '2026-11-21T00:00:00.000Z', '2026-11-22T00:00:00.000Z'];
      for (const [value, time] of times.entries()) await client.post(buildNpsRecord(survey, value, time));
      expect(await listValues(client, `survey=${survey}&from=2026-11-21&to=2026-11-22`)).toEqual([1]);
      expect(await listValues(client, `survey=${survey}&to=2026-11-21T00:00:00Z`)).toEqual([0]);
    });
  });

  describe('a query parameter', () => {
    it.each([
      ['limit', '0'],
      ['limit', '501'],
      ['limit', '1.5'],
      ['limit', ''],
      ['after', 'x'],
      ['after', '-1'],
      ['after', '99999999999999999999'],
      ['before', "1' or '1'='1"],
      ['from', 'yesterday'],
      ['from', '2026-02-30'],
      ['to', '2026-11-21T10:15'],
      ['survey', ''],
      ['partial', ''],
      ['partial', '1'],
      ['survey', '\u0000'],
    ])('%s=%j is rejected with its name', async (parameter, value) => {
      const response = await createTestClient(harness).get(
        `/responses?${new URLSearchParams({ [parameter]: value })}`,
      );
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: 'invalid-parameter', parameter });
    });

    it.each(['/scores?period=year', '/scores?from=x', '/export.csv?to=x', '/export.jsonl?survey='])(
      'is rejected in %s',
      async (path) => expect((await createTestClient(harness).get(path)).status).toBe(400),
    );

    it('may be "after" or "before", but not both', async () => {
      expect((await createTestClient(harness).get('/responses?after=1&before=2')).status).toBe(400);
    });
  });
}

async function storeThree(harness: Harness): Promise<{ survey: string; client: TestClient }> {
  const client = createTestClient(harness);
  const survey = createSurveyName();
  for (const value of [1, 2, 3]) await client.post(buildNpsRecord(survey, value));
  return { survey, client };
}

async function listValues({ list }: TestClient, query: string): Promise<unknown[]> {
  const { responses } = await list(query);
  return responses.map(({ record }) => record.answers[0]?.value);
}
