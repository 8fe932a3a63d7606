import { describe, expect, it } from 'vitest';
import type { StoredItem } from '../../responses/stored-item.ts';
import {
  call,
  newNps,
  newRecord,
  newSurvey,
  NOW,
  readJson,
  type Caller,
  type Harness,
} from '../test-client.test-helper.ts';

/** Listing what was stored. */
export function describeRead(harness: Harness): void {
  describe('the list', () => {
    it('gives each response with its time, reference, cursor and record', async () => {
      const { post, list } = call(harness);
      const record = newRecord();
      const { reference } = await readJson<StoredItem>(await post(record));
      const answer = await list(`survey=${record.survey}`);
      const receivedAt = new Date(NOW).toISOString();
      expect(answer).toEqual({
        responses: [{ receivedAt, reference, cursor: expect.stringMatching(/^\d+$/), record }],
        next: answer.responses[0]?.cursor,
      });
    });

    it('begins with the newest', async () => {
      const { survey, caller } = await threeStored(harness);
      expect(await valuesOf(caller, `survey=${survey}&limit=2`)).toEqual([3, 2]);
    });

    it('goes on to older ones before a cursor', async () => {
      const { survey, caller } = await threeStored(harness);
      const { responses } = await caller.list(`survey=${survey}&limit=2`);
      const before = responses.at(-1)?.cursor;
      expect(await valuesOf(caller, `survey=${survey}&before=${before}`)).toEqual([1]);
    });

    it('tells what came since, in the order of arrival, and nothing twice', async () => {
      const { survey, caller } = await threeStored(harness);
      const { next } = await caller.list(`survey=${survey}`);
      expect(await caller.list(`survey=${survey}&after=${next}`)).toEqual({
        responses: [],
        next,
      });
      await caller.post(newNps(survey, 4));
      await caller.post(newNps(survey, 5));
      const first = await caller.list(`survey=${survey}&after=${next}&limit=1`);
      expect(first.responses).toMatchObject([{ record: { answers: [{ value: 4 }] } }]);
      expect(await valuesOf(caller, `survey=${survey}&after=${first.next}`)).toEqual([5]);
    });

    it('gives everything from the beginning after 0', async () => {
      const { survey, caller } = await threeStored(harness);
      expect(await valuesOf(caller, `survey=${survey}&after=0`)).toEqual([1, 2, 3]);
    });

    it('of nothing is empty, and can be continued', async () => {
      const { list } = call(harness);
      expect(await list(`survey=${newSurvey()}`)).toEqual({
        responses: [],
        next: '0',
      });
    });

    it('misses nothing while many arrive at the same time', async () => {
      const caller = call(harness);
      const survey = newSurvey();
      const records = Array.from({ length: 40 }, () => newNps(survey, 7));
      const posting = Promise.all(records.map((record) => caller.post(record)));
      const seen: string[] = [];
      let after = '0';
      while (seen.length < records.length) {
        const { responses, next } = await caller.list(`survey=${survey}&after=${after}`);
        seen.push(...responses.map(({ record }) => record.id));
        after = next;
      }
      await posting;
      expect(seen.sort()).toEqual(records.map(({ id }) => id).sort());
    });

    it('ends a page early when the bodies are large', async () => {
      const caller = call(harness, { maxBodyBytes: 5_000_000 });
      const survey = newSurvey();
      for (let count = 0; count < 3; count++) {
        await caller.post(
          newRecord({ survey, answers: [{ name: 'a', kind: 'text', value: 'x'.repeat(4_500_000) }] }),
        );
      }
      const first = await caller.list(`survey=${survey}&after=0`);
      expect(first.responses).toHaveLength(2);
      expect((await caller.list(`survey=${survey}&after=${first.next}`)).responses).toHaveLength(1);
    });

    it('keeps to the time that the device gave, from inclusive, to exclusive', async () => {
      const caller = call(harness);
      const survey = newSurvey();
      const times = ['2026-11-20T23:59:59.999Z', '2026-11-21T00:00:00.000Z', '2026-11-22T00:00:00.000Z'];
      for (const [value, time] of times.entries()) await caller.post(newNps(survey, value, time));
      expect(await valuesOf(caller, `survey=${survey}&from=2026-11-21&to=2026-11-22`)).toEqual([1]);
      expect(await valuesOf(caller, `survey=${survey}&to=2026-11-21T00:00:00Z`)).toEqual([0]);
    });
  });

  describe('a parameter', () => {
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
    ])('%s=%j is refused by its name', async (parameter, value) => {
      const response = await call(harness).get(`/responses?${new URLSearchParams({ [parameter]: value })}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: 'invalid-parameter', parameter });
    });

    it.each(['/scores?period=year', '/scores?from=x', '/export.csv?to=x', '/export.jsonl?survey='])(
      'is refused in %s',
      async (path) => expect((await call(harness).get(path)).status).toBe(400),
    );

    it('may be "after" or "before", not both', async () => {
      expect((await call(harness).get('/responses?after=1&before=2')).status).toBe(400);
    });
  });
}

async function threeStored(harness: Harness): Promise<{ survey: string; caller: Caller }> {
  const caller = call(harness);
  const survey = newSurvey();
  for (const value of [1, 2, 3]) await caller.post(newNps(survey, value));
  return { survey, caller };
}

async function valuesOf({ list }: Caller, query: string): Promise<unknown[]> {
  const { responses } = await list(query);
  return responses.map(({ record }) => record.answers[0]?.value);
}
