import { referenceOf } from '@heed/core';
import { describe, expect, it } from 'vitest';
import { call, newId, newRecord, type Harness } from '../test-client.test-helper.ts';

/** Taking a record, once. */
export function describeSubmit(harness: Harness): void {
  describe('a post', () => {
    it('is confirmed with its id and its reference number', async () => {
      const record = newRecord();
      const response = await call(harness).post(record);
      expect(response.status).toBe(201);
      expect(await response.json()).toEqual({ id: record.id, reference: referenceOf(record.id) });
    });

    it('is confirmed in the same words when it is repeated', async () => {
      const { post } = call(harness);
      const record = newRecord();
      const first = await post(record);
      const second = await post(record);
      expect(second.status).toBe(first.status);
      expect(await second.text()).toBe(await first.text());
    });

    it('is refused with 422 when its id was used for other bytes, and the first stays', async () => {
      const { post, list } = call(harness);
      const record = newRecord();
      await post(record);
      const response = await post(JSON.stringify(record, null, 1));
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ code: 'id-taken' });
      expect(await list(`survey=${record.survey}`)).toMatchObject({
        responses: [{ record }],
      });
    });

    it('is stored once when fifty copies arrive together', async () => {
      const { post, list } = call(harness);
      const record = newRecord();
      const responses = await Promise.all(Array.from({ length: 50 }, () => post(record)));
      expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([201]));
      const { responses: stored } = await list(`survey=${record.survey}`);
      expect(stored).toHaveLength(1);
    });

    it('is stored from one of two that differ, when they arrive together', async () => {
      const { post } = call(harness);
      const record = newRecord();
      const other = { ...record, consent: { contact: true } };
      const responses = await Promise.all(
        Array.from({ length: 20 }, (_, index) => post(index % 2 ? record : other)),
      );
      const statuses = responses.map(({ status }) => status).sort();
      expect(statuses).toEqual([...Array(10).fill(201), ...Array(10).fill(422)]);
    });

    it('is stored once as text/plain, which needs no preflight, and as JSON with its key', async () => {
      const { post, list } = call(harness);
      const record = newRecord();
      const plain = await post(record, { headers: { 'content-type': 'text/plain;charset=UTF-8' } });
      const json = await post(record, { headers: { 'idempotency-key': `"${record.id}"` } });
      expect([plain.status, json.status]).toEqual([201, 201]);
      expect(await json.text()).toBe(await plain.text());
      expect(await list(`survey=${record.survey}`)).toMatchObject({ responses: [{ record }] });
    });

    it('is checked in the same way as text/plain', async () => {
      const headers = { 'content-type': 'text/plain' };
      const response = await call(harness).post({ ...newRecord(), survey: '' }, { headers });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        code: 'invalid-record',
        problems: [{ path: '/survey' }],
      });
    });

    it.each([
      ['"', '"'],
      ['', ''],
    ])('is taken with the key between %j and %j', async (open, close) => {
      const record = newRecord();
      const response = await call(harness).post(record, {
        headers: { 'idempotency-key': `${open}${record.id}${close}` },
      });
      expect(response.status).toBe(201);
    });

    it('is refused when its key is not its id', async () => {
      const response = await call(harness).post(newRecord(), {
        headers: { 'idempotency-key': `"${newId()}"` },
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: 'key-mismatch' });
    });

    it('is announced once, after it was stored', async () => {
      const heard: string[] = [];
      const { post } = call(harness, { onStored: ({ record }) => void heard.push(record.id) });
      const record = newRecord();
      await post(record);
      await post(record);
      expect(heard).toEqual([record.id]);
    });

    it('is confirmed also when the listener throws, and the log names no answer', async () => {
      const lines: string[] = [];
      const { post } = call(harness, {
        onStored: ({ record }) => {
          throw new Error(JSON.stringify(record));
        },
        log: (line) => lines.push(line),
      });
      const response = await post(
        newRecord({ answers: [{ name: 'why', kind: 'text', value: 'secret words' }] }),
      );
      expect(response.status).toBe(201);
      await expect.poll(() => lines).toHaveLength(1);
      expect(lines.join()).not.toContain('secret');
    });
  });
}
