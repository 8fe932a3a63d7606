import { idempotencyKeyOf, type ResponseRecord } from '@heed/core';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredItem } from '../../responses/stored-item.ts';
import { postFiles } from '../multipart-form.ts';
import {
  createTestClient,
  createRecordId,
  buildRecord,
  createSurveyName,
  type TestClient,
  type Harness,
} from '../test-client.ts';

/** Partial records and their later versions. */
export function describePartialRecords(harness: Harness): void {
  describe('a partial record', () => {
    it('is stored, listed and scored like any other', async () => {
      const client = createTestClient(harness);
      const [early] = buildVersions(1);
      expect((await postVersion(client, early)).status).toBe(201);
      expect(await client.list(`survey=${early.survey}`)).toMatchObject({ responses: [{ record: early }] });
      expect(await client.scores(`survey=${early.survey}`)).toMatchObject([{ n: 1, counts: { 1: 1 } }]);
    });

    it('is replaced by the complete record, including its values and files', async () => {
      const client = createTestClient(harness);
      const [early, complete] = buildVersions(1, true);
      await postFiles(client, early, new File(['early'], 'early.txt'), new File(['other'], 'other.txt'));
      await postFiles(client, complete, new File(['late'], 'late.txt'));
      const { responses } = await client.list(`survey=${complete.survey}`);
      expect(responses).toMatchObject([{ record: complete, files: [{ name: 'late.txt' }] }]);
      expect(await client.scores(`survey=${complete.survey}`)).toMatchObject([{ n: 1, counts: { 2: 1 } }]);
      expect(await (await client.get(`/responses/${complete.id}/files/0`)).text()).toBe('late');
      expect((await client.get(`/responses/${complete.id}/files/1`)).status).toBe(404);
    });

    it('is kept if the next version is invalid', async () => {
      const client = createTestClient(harness);
      const [early, complete] = buildVersions(1, true);
      await postVersion(client, early);
      expect((await postVersion(client, { ...complete, submittedAt: 'soon' })).status).toBe(400);
      expect(await client.list(`survey=${early.survey}`)).toMatchObject({ responses: [{ record: early }] });
    });

    it('is acknowledged and changes nothing after the complete record', async () => {
      const client = createTestClient(harness);
      const [early, complete] = buildVersions(1, true);
      await postVersion(client, complete);
      const before = await client.list(`survey=${complete.survey}`);
      expect((await postVersion(client, early)).status).toBe(201);
      expect(await client.list(`survey=${complete.survey}`)).toEqual(before);
    });

    it('is replaced by a complete record with an earlier time', async () => {
      const client = createTestClient(harness);
      const [early, complete] = buildVersions(1, true);
      const before = { ...complete, submittedAt: '2020-01-01T00:00:00.000Z' };
      await postVersion(client, early);
      await postVersion(client, before);
      expect(await client.list(`survey=${early.survey}`)).toMatchObject({ responses: [{ record: before }] });
    });

    it('is rejected if a different version with the same time is stored', async () => {
      const client = createTestClient(harness);
      const [early] = buildVersions(1);
      await postVersion(client, early);
      const response = await postVersion(client, { ...early, context: { channel: 'mail' } });
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ code: 'id-taken' });
      expect(await client.list(`survey=${early.survey}`)).toMatchObject({ responses: [{ record: early }] });
    });

    it('does not allow a second complete record', async () => {
      const client = createTestClient(harness);
      const [early, complete] = buildVersions(1, true);
      for (const version of [early, complete, early]) await postVersion(client, version);
      const other = { ...complete, context: { channel: 'mail' } };
      expect((await postVersion(client, other)).status).toBe(422);
    });

    it.each([
      ['a partial', true],
      ['a complete', false],
    ])(
      'has another key than the complete record; a key of the other is rejected for %s record',
      async (_, isPartial) => {
        const [early, complete] = buildVersions(1, true);
        const [record, other] = isPartial ? [early, complete] : [complete, early];
        const response = await createTestClient(harness).post(record, {
          headers: { 'idempotency-key': `"${idempotencyKeyOf(other)}"` },
        });
        expect(response.status).toBe(400);
        expect(await response.json()).toMatchObject({ code: 'key-mismatch' });
      },
    );

    it('is listed again after a cursor once a later version has replaced it', async () => {
      const client = createTestClient(harness);
      const versions = buildVersions(2, true);
      const listed: unknown[] = [];
      let after = '0';
      for (const version of versions) {
        await postVersion(client, version);
        const { responses, next } = await client.list(`survey=${version.survey}&after=${after}`);
        listed.push(...responses.map(({ record }) => record));
        after = next;
      }
      expect(listed).toEqual(versions);
    });

    it('calls onStored, also for each later version, but not for outdated ones', async () => {
      const received: ResponseRecord[] = [];
      const client = createTestClient(harness, { onStored: ({ record }) => void received.push(record) });
      const [first, second, complete] = buildVersions(2, true);
      for (const version of [second, first, second, complete, first, second, complete]) {
        await postVersion(client, version);
      }
      expect(received).toEqual([second, complete]);
    });

    it.each([
      ['true', 1],
      ['false', 2],
    ])('is selected by the filter partial=%s', async (partial, value) => {
      const client = createTestClient(harness);
      const survey = createSurveyName();
      await postVersion(client, buildNps(survey, 1, { partial: true }));
      await postVersion(client, buildNps(survey, 2));
      const query = `survey=${survey}&partial=${partial}`;
      expect(await client.scores(query)).toMatchObject([{ n: 1, counts: { [value]: 1 } }]);
      const { responses } = await client.list(query);
      expect(responses).toMatchObject([{ record: { answers: [{ value }] } }]);
      const lines = (await (await client.get(`/export.jsonl?${query}`)).text()).trimEnd().split('\n');
      expect(lines.map((line) => (JSON.parse(line) as StoredItem).record)).toEqual([responses[0]?.record]);
      const csv = await (await client.get(`/export.csv?${query}`)).text();
      expect(parse(csv, { columns: true, bom: true })).toMatchObject([{ value: `${value}`, partial }]);
    });

    it('ends with the last version, regardless of order and duplicates', async () => {
      const property = fc.asyncProperty(anyArrival, async ({ partials, isComplete, order, areTogether }) => {
        const client = createTestClient(harness, { postsPerMinute: Infinity });
        const versions = buildVersions(partials, isComplete);
        const arriving = order.flatMap((index) => versions.slice(index, index + 1));
        const statuses = areTogether
          ? await Promise.all(arriving.map((version) => postAndGetStatus(client, version)))
          : await mapSequentially(arriving, (version) => postAndGetStatus(client, version));
        expect(new Set(statuses)).toEqual(new Set([201]));
        const query = `survey=${versions[0]?.survey}`;
        const { responses } = await client.list(query);
        expect(responses.map(({ record }) => record)).toEqual(versions.slice(-1));
        expect(await client.scores(query)).toMatchObject([{ n: 1, counts: { [versions.length]: 1 } }]);
      });
      await fc.assert(property, { numRuns: 40 });
    });
  });
}

/** Each version at least once, in any order, sequentially or concurrently. */
const anyArrival = fc
  .record({ partials: fc.integer({ min: 1, max: 4 }), isComplete: fc.boolean() })
  .chain(({ partials, isComplete }) => {
    const count = partials + Number(isComplete);
    const order = fc.array(fc.nat(count - 1), { maxLength: 4 }).chain((repeats) => {
      const all = [...Array(count).keys(), ...repeats];
      return fc.shuffledSubarray(all, { minLength: all.length });
    });
    return fc.record({
      partials: fc.constant(partials),
      isComplete: fc.constant(isComplete),
      order,
      areTogether: fc.boolean(),
    });
  });

function buildNps(survey: string, value: number, members: Partial<ResponseRecord> = {}): ResponseRecord {
  return buildRecord({ survey, answers: [{ name: 'recommend', kind: 'nps', value }], ...members });
}

/** Returns partial records, then optionally the complete record. The value of each is its position, from 1. */
function buildVersions(partials: 1): [ResponseRecord];
function buildVersions(partials: 1, isComplete: true): [ResponseRecord, ResponseRecord];
function buildVersions(partials: 2, isComplete: true): [ResponseRecord, ResponseRecord, ResponseRecord];
function buildVersions(partials: number, isComplete: boolean): ResponseRecord[];
function buildVersions(partials: number, isComplete = false): ResponseRecord[] {
  const [id, survey] = [createRecordId(), createSurveyName()];
  return Array.from({ length: partials + Number(isComplete) }, (_, index) =>
    buildNps(survey, index + 1, {
      id,
      submittedAt: `2026-11-21T10:15:00.00${index}Z`,
      ...(index < partials && { partial: true }),
    }),
  );
}

function postVersion({ post }: TestClient, record: ResponseRecord): Promise<Response> {
  return post(record, { headers: { 'idempotency-key': `"${idempotencyKeyOf(record)}"` } });
}

async function postAndGetStatus(client: TestClient, record: ResponseRecord): Promise<number> {
  return (await postVersion(client, record)).status;
}

async function mapSequentially<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await act(item));
  return results;
}
