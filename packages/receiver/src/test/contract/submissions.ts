import { referenceOf } from '@heed/core';
import { describe, expect, it } from 'vitest';
import { createTestClient, createRecordId, buildRecord, type Harness } from '../test-client.ts';

/** Submissions and duplicates. */
export function describeSubmissions(harness: Harness): void {
  describe('a post', () => {
    it('is acknowledged with its id and reference number', async () => {
      const record = buildRecord();
      const response = await createTestClient(harness).post(record);
      expect(response.status).toBe(201);
      expect(await response.json()).toEqual({ id: record.id, reference: referenceOf(record.id) });
    });

    it('gets the same response if it is repeated', async () => {
      const { post } = createTestClient(harness);
      const record = buildRecord();
      const first = await post(record);
      const second = await post(record);
      expect(second.status).toBe(first.status);
      expect(await second.text()).toBe(await first.text());
    });

    it('is rejected with 422 if a different record with this id is stored', async () => {
      const { post, list } = createTestClient(harness);
      const record = buildRecord();
      await post(record);
      const response = await post(JSON.stringify(record, null, 1));
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ code: 'id-taken' });
      expect(await list(`survey=${record.survey}`)).toMatchObject({
        responses: [{ record }],
      });
    });

    it('is stored once if 50 copies arrive concurrently', async () => {
      const { post, list } = createTestClient(harness);
      const record = buildRecord();
      const responses = await Promise.all(Array.from({ length: 50 }, () => post(record)));
      expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([201]));
      const { responses: stored } = await list(`survey=${record.survey}`);
      expect(stored).toHaveLength(1);
    });

    it('is stored in only one of two versions that arrive concurrently', async () => {
      const { post } = createTestClient(harness);
      const record = buildRecord();
      const other = { ...record, consent: { contact: true } };
      const responses = await Promise.all(
        Array.from({ length: 20 }, (_, index) => post(index % 2 ? record : other)),
      );
      const statuses = responses.map(({ status }) => status).sort();
      expect(statuses).toEqual([...Array(10).fill(201), ...Array(10).fill(422)]);
    });

    it('is stored once as text/plain and as JSON with an Idempotency-Key', async () => {
      const { post, list } = createTestClient(harness);
      const record = buildRecord();
      const plain = await post(record, { headers: { 'content-type': 'text/plain;charset=UTF-8' } });
      const json = await post(record, { headers: { 'idempotency-key': `"${record.id}"` } });
      expect([plain.status, json.status]).toEqual([201, 201]);
      expect(await json.text()).toBe(await plain.text());
      expect(await list(`survey=${record.survey}`)).toMatchObject({ responses: [{ record }] });
    });

    it('is validated as text/plain, too', async () => {
      const headers = { 'content-type': 'text/plain' };
      const response = await createTestClient(harness).post({ ...buildRecord(), survey: '' }, { headers });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        code: 'invalid-record',
        problems: [{ path: '/survey' }],
      });
    });

    it.each([
      ['"', '"'],
      ['', ''],
    ])('is accepted with its key between %j and %j', async (open, close) => {
      const record = buildRecord();
      const response = await createTestClient(harness).post(record, {
        headers: { 'idempotency-key': `${open}${record.id}${close}` },
      });
      expect(response.status).toBe(201);
    });

    it('is rejected if the key is not its id', async () => {
      const response = await createTestClient(harness).post(buildRecord(), {
        headers: { 'idempotency-key': `"${createRecordId()}"` },
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: 'key-mismatch' });
    });

    it('calls onStored once, after it is stored', async () => {
      const received: string[] = [];
      const { post } = createTestClient(harness, { onStored: ({ record }) => void received.push(record.id) });
      const record = buildRecord();
      await post(record);
      await post(record);
      expect(received).toEqual([record.id]);
    });

    it('is acknowledged even if onStored throws, and logs no part of the answer', async () => {
      const lines: string[] = [];
      const { post } = createTestClient(harness, {
        onStored: ({ record }) => {
          throw new Error(JSON.stringify(record));
        },
        log: (line) => lines.push(line),
      });
      const response = await post(
        buildRecord({ answers: [{ name: 'why', kind: 'text', value: 'secret words' }] }),
      );
      expect(response.status).toBe(201);
      await expect.poll(() => lines).toHaveLength(1);
      expect(lines.join()).not.toContain('secret');
    });
  });
}
