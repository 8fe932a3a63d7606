import { idempotencyKeyOf, type ResponseRecord } from '@heed/core';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredItem } from '../routes/item.ts';
import { postFiles } from '../testing/form.test-helper.ts';
import {
  call,
  newId,
  newRecord,
  newSurvey,
  type Caller,
  type Harness,
} from '../testing/harness.test-helper.ts';

/** Versions of one record: partial ones, and the complete one. */
export function describePartial(harness: Harness): void {
  describe('a partial record', () => {
    it('is stored, listed and scored as any other', async () => {
      const caller = call(harness);
      const [early] = versionsOf(1);
      expect((await postVersion(caller, early)).status).toBe(201);
      expect(await caller.list(`survey=${early.survey}`)).toMatchObject({ responses: [{ record: early }] });
      expect(await caller.scores(`survey=${early.survey}`)).toMatchObject([{ n: 1, counts: { 1: 1 } }]);
    });

    it('gives way to the complete one, with its values and its files', async () => {
      const caller = call(harness);
      const [early, complete] = versionsOf(1, true);
      await postFiles(caller, early, new File(['early'], 'early.txt'), new File(['other'], 'other.txt'));
      await postFiles(caller, complete, new File(['late'], 'late.txt'));
      const { responses } = await caller.list(`survey=${complete.survey}`);
      expect(responses).toMatchObject([{ record: complete, files: [{ name: 'late.txt' }] }]);
      expect(await caller.scores(`survey=${complete.survey}`)).toMatchObject([{ n: 1, counts: { 2: 1 } }]);
      expect(await (await caller.get(`/responses/${complete.id}/files/0`)).text()).toBe('late');
      expect((await caller.get(`/responses/${complete.id}/files/1`)).status).toBe(404);
    });

    it('stays when the version that comes after it cannot be stored', async () => {
      const caller = call(harness);
      const [early, complete] = versionsOf(1, true);
      await postVersion(caller, early);
      expect((await postVersion(caller, { ...complete, submittedAt: 'soon' })).status).toBe(400);
      expect(await caller.list(`survey=${early.survey}`)).toMatchObject({ responses: [{ record: early }] });
    });

    it('is confirmed and changes nothing when it comes after the complete one', async () => {
      const caller = call(harness);
      const [early, complete] = versionsOf(1, true);
      await postVersion(caller, complete);
      const before = await caller.list(`survey=${complete.survey}`);
      expect((await postVersion(caller, early)).status).toBe(201);
      expect(await caller.list(`survey=${complete.survey}`)).toEqual(before);
    });

    it('gives way to a complete one by a clock that has gone back', async () => {
      const caller = call(harness);
      const [early, complete] = versionsOf(1, true);
      const before = { ...complete, submittedAt: '2020-01-01T00:00:00.000Z' };
      await postVersion(caller, early);
      await postVersion(caller, before);
      expect(await caller.list(`survey=${early.survey}`)).toMatchObject({ responses: [{ record: before }] });
    });

    it('is refused when another one has its time, and the first stays', async () => {
      const caller = call(harness);
      const [early] = versionsOf(1);
      await postVersion(caller, early);
      const response = await postVersion(caller, { ...early, context: { channel: 'mail' } });
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ code: 'id-taken' });
      expect(await caller.list(`survey=${early.survey}`)).toMatchObject({ responses: [{ record: early }] });
    });

    it('does not open the complete one to another', async () => {
      const caller = call(harness);
      const [early, complete] = versionsOf(1, true);
      for (const version of [early, complete, early]) await postVersion(caller, version);
      const other = { ...complete, context: { channel: 'mail' } };
      expect((await postVersion(caller, other)).status).toBe(422);
    });

    it.each([
      ['a partial', true],
      ['a complete', false],
    ])(
      'is told from the complete one by its key: that of the other is refused for %s one',
      async (_, isPartial) => {
        const [early, complete] = versionsOf(1, true);
        const [record, other] = isPartial ? [early, complete] : [complete, early];
        const response = await call(harness).post(record, {
          headers: { 'idempotency-key': `"${idempotencyKeyOf(other)}"` },
        });
        expect(response.status).toBe(400);
        expect(await response.json()).toMatchObject({ code: 'key-mismatch' });
      },
    );

    it('is told again to who asks what came since, once a later version has taken its place', async () => {
      const caller = call(harness);
      const versions = versionsOf(2, true);
      const told: unknown[] = [];
      let after = '0';
      for (const version of versions) {
        await postVersion(caller, version);
        const { responses, next } = await caller.list(`survey=${version.survey}&after=${after}`);
        told.push(...responses.map(({ record }) => record));
        after = next;
      }
      expect(told).toEqual(versions);
    });

    it('is announced, as is each version that takes its place, and none that comes too late', async () => {
      const heard: ResponseRecord[] = [];
      const caller = call(harness, { onStored: ({ record }) => void heard.push(record) });
      const [first, second, complete] = versionsOf(2, true);
      for (const version of [second, first, second, complete, first, second, complete]) {
        await postVersion(caller, version);
      }
      expect(heard).toEqual([second, complete]);
    });

    it.each([
      ['true', 1],
      ['false', 2],
    ])('is let through by the filter partial=%s, or not', async (partial, value) => {
      const caller = call(harness);
      const survey = newSurvey();
      await postVersion(caller, nps(survey, 1, { partial: true }));
      await postVersion(caller, nps(survey, 2));
      const query = `survey=${survey}&partial=${partial}`;
      expect(await caller.scores(query)).toMatchObject([{ n: 1, counts: { [value]: 1 } }]);
      const { responses } = await caller.list(query);
      expect(responses).toMatchObject([{ record: { answers: [{ value }] } }]);
      const lines = (await (await caller.get(`/export.jsonl?${query}`)).text()).trimEnd().split('\n');
      expect(lines.map((line) => (JSON.parse(line) as StoredItem).record)).toEqual([responses[0]?.record]);
      const csv = await (await caller.get(`/export.csv?${query}`)).text();
      expect(parse(csv, { columns: true, bom: true })).toMatchObject([{ value: `${value}`, partial }]);
    });

    it('leaves the last of all versions, in whatever order they arrive and however often', async () => {
      const property = fc.asyncProperty(anyArrival, async ({ partials, isComplete, order, areTogether }) => {
        const caller = call(harness, { postsPerMinute: Infinity });
        const versions = versionsOf(partials, isComplete);
        const arriving = order.flatMap((index) => versions.slice(index, index + 1));
        const statuses = areTogether
          ? await Promise.all(arriving.map((version) => statusOf(caller, version)))
          : await inTurn(arriving, (version) => statusOf(caller, version));
        expect(new Set(statuses)).toEqual(new Set([201]));
        const query = `survey=${versions[0]?.survey}`;
        const { responses } = await caller.list(query);
        expect(responses.map(({ record }) => record)).toEqual(versions.slice(-1));
        expect(await caller.scores(query)).toMatchObject([{ n: 1, counts: { [versions.length]: 1 } }]);
      });
      await fc.assert(property, { numRuns: 40 });
    });
  });
}

/** Each of some versions at least once, in any order, one after the other or all together. */
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

function nps(survey: string, value: number, members: Partial<ResponseRecord> = {}): ResponseRecord {
  return newRecord({ survey, answers: [{ name: 'recommend', kind: 'nps', value }], ...members });
}

/** So many partial ones, then the complete one if there is one; the answer is the place of each, from 1. */
function versionsOf(partials: 1): [ResponseRecord];
function versionsOf(partials: 1, isComplete: true): [ResponseRecord, ResponseRecord];
function versionsOf(partials: 2, isComplete: true): [ResponseRecord, ResponseRecord, ResponseRecord];
function versionsOf(partials: number, isComplete: boolean): ResponseRecord[];
function versionsOf(partials: number, isComplete = false): ResponseRecord[] {
  const [id, survey] = [newId(), newSurvey()];
  return Array.from({ length: partials + Number(isComplete) }, (_, index) =>
    nps(survey, index + 1, {
      id,
      submittedAt: `2026-11-21T10:15:00.00${index}Z`,
      ...(index < partials && { partial: true }),
    }),
  );
}

function postVersion({ post }: Caller, record: ResponseRecord): Promise<Response> {
  return post(record, { headers: { 'idempotency-key': `"${idempotencyKeyOf(record)}"` } });
}

async function statusOf(caller: Caller, record: ResponseRecord): Promise<number> {
  return (await postVersion(caller, record)).status;
}

async function inTurn<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await act(item));
  return results;
}
