import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startSite } from './site.ts';

test('stores records that are posted to its endpoint', async () => {
  const site = await startSite({ folder: tmpdir() });
  const { status } = await fetch(`${site.origin}/feedback`, { method: 'POST', body: '{"v":1}' });
  expect([status, site.records]).toEqual([201, [{ v: 1 }]]);
  await site.close();
});

test('serves a folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'heed-site-'));
  writeFileSync(join(folder, 'index.html'), 'a page');
  const site = await startSite({ folder });
  expect(await (await fetch(`${site.origin}/`)).text()).toBe('a page');
  expect((await fetch(`${site.origin}/missing.js`)).status).toBe(404);
  await site.close();
});

test('passes other requests to a server', async () => {
  const server = createServer((request, response) => response.end(request.url));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const site = await startSite({ port: (server.address() as AddressInfo).port });
  expect(await (await fetch(`${site.origin}/some/path?query`)).text()).toBe('/some/path?query');
  await site.close();
  server.close();
});
