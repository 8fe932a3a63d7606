import { createClient, type Client } from '@heed/client';
import { createRecord, type ResponseRecord } from '@heed/core';
import { afterEach, expect, test, vi } from 'vitest';

let client: Client | undefined;
afterEach(() => client?.close());

function makeRecord(): ResponseRecord {
  const random = crypto.getRandomValues(new Uint8Array(10));
  return createRecord(
    { survey: 'visit', answers: [{ name: 'score', kind: 'nps', value: 9 }] },
    Date.now(),
    random,
  );
}

test('posts a record', async () => {
  const fetch = vi.fn(async (_url: unknown, _init?: RequestInit) => new Response('', { status: 200 }));
  client = createClient({ endpoint: 'https://example.com/feedback', project: `p${Math.random()}`, fetch });
  const record = makeRecord();
  const { stored, settled } = await client.submit(record);
  expect(stored).toBe('memory');
  expect(await settled).toMatchObject({ id: record.id, state: 'sent' });
  expect(JSON.parse(String(fetch.mock.calls[0]?.[1]?.body))).toEqual(record);
});

test('keeps a record in memory until the endpoint confirms it', async () => {
  let status = 503;
  const fetch = vi.fn(async () => new Response('', { status }));
  client = createClient({ endpoint: 'https://example.com/feedback', project: `p${Math.random()}`, fetch });
  const { tried, settled } = await client.submit(makeRecord());
  await tried;
  expect(await client.pending()).toMatchObject([{ state: 'retrying', reason: '503', stored: 'memory' }]);
  status = 200;
  await client.flush();
  expect((await settled).state).toBe('sent');
  expect(await client.pending()).toEqual([]);
});
