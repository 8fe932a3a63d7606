/** Tests imports in Node without a document, as on a server or in a script. */
import { createClient } from '@heed/client';
import { connect } from '@heed/client/connect';
import { readFileSync } from 'node:fs';
import { start } from 'heed/start';
import { describe, expect, test } from 'vitest';

const packages = ['core', 'client', 'elements', 'heed'];
const names = [
  'ces',
  'nps',
  'csat',
  'choice',
  'text',
  'matrix',
  'attachment',
  'consent',
  'complaint',
  'survey',
  'prompt',
  'launcher',
];

function listEntries(folder: string): string[] {
  const manifest = JSON.parse(
    readFileSync(new URL(`../../../${folder}/package.json`, import.meta.url), 'utf8'),
  );
  const { name, exports } = manifest as { name: string; exports: Record<string, unknown> };
  return Object.entries(exports)
    .filter(([key, target]) => typeof target === 'object' && !key.includes('*'))
    .map(([key]) => name + key.slice(1));
}

describe('imports', () => {
  const defines = names.map((name) => `@heed/elements/define/${name}`);
  for (const specifier of [...packages.flatMap(listEntries), ...defines])
    test(specifier, async () => {
      await import(/* @vite-ignore */ specifier);
    });
});

test('a client posts with the fetch of Node, and keeps records in memory', async () => {
  const client = createClient({
    endpoint: 'https://example.com/feedback',
    fetch: async () => new Response('', { status: 200 }),
  });
  const { createRecord } = await import('@heed/core');
  const random = crypto.getRandomValues(new Uint8Array(10));
  const answers = [{ name: 'score', kind: 'nps' as const, value: 9 }];
  const { stored, settled } = await client.submit(
    createRecord({ survey: 'visit', answers }, Date.now(), random),
  );
  expect(stored).toBe('memory');
  expect((await settled).state).toBe('sent');
  client.close();
});

test('connect() and start() do nothing without a document', () => {
  connect({ endpoint: '/feedback' }).close();
  start().stop();
});
