import { afterAll, beforeAll, expect, it } from 'vitest';
import { inBrowser } from '../shared/launch.ts';
import { submitItems, visit } from './browser/visit.ts';
import { clients } from './clients.ts';
import { startSite, type Site } from './site/site.ts';
import { until } from '../shared/until.ts';

let site: Site;

beforeAll(async () => {
  site = await startSite(clients);
});

afterAll(() => site.close());

it('delivers every item with a separate key, for every client', () =>
  inBrowser('chromium', async (browser) => {
    for (const client of clients) {
      const run = site.startRun(client, 'smoke');
      await submitItems(await visit(browser, run), 3);
      await until(() => run.receiver.copies.size === 3, 10_000);
      expect(Object.fromEntries(run.receiver.copies), client.id).toEqual({
        'item-000000': 1,
        'item-000001': 1,
        'item-000002': 1,
      });
      expect(new Set(run.receiver.arrivals.map(client.readKey)).size).toBe(3);
    }
  }));
