import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openSpace, startFaultServer, type FaultServer } from '@heed/testing/fault-server';
import { killBrowser, launchBrowser, createProfile } from '../shared/browsers/launch.ts';
import { waitUntil } from '../shared/wait-until.ts';
import { listReceivedCopies, listExpectedCopies } from '../shared/queue/copies.ts';
import { FAST_SYNC } from './chromium-protocol.ts';
import { startWorkerSite } from './worker-site.ts';

let server: FaultServer;

beforeAll(async () => {
  server = await startFaultServer();
});

afterAll(() => server.close());

const ENDS: [string, (browser: Browser) => Promise<void>][] = [
  ['closed', (browser) => browser.close()],
  ['killed', killBrowser],
];

describe('background delivery', () => {
  it.each(ENDS)(
    'continues after a browser that was %s starts again, without a page of the site',
    async (how, end) => {
      const profile = createProfile();
      const site = await startWorkerSite();
      const space = openSpace(server.origin, how);
      const first = await launchBrowser('chromium', profile.path, FAST_SYNC);
      const page = await first.newPage();
      await space.script({ status: 404 });
      await page.goto(`${site.origin}/?endpoint=${encodeURIComponent(space.endpoint)}`);
      await waitUntil(() => page.evaluate(() => navigator.serviceWorker.controller !== null));
      const records = await page.evaluate(() => background.submit(2));
      await waitUntil(() => site.receivedSyncs.length > 0);
      await end(first);
      await space.script();
      const second = await launchBrowser('chromium', profile.path, FAST_SYNC);
      onTestFinished(async () => {
        await second.close();
        await site.close();
        profile.remove();
      });
      await waitUntil(async () => (await space.heldKeys()).size === 2);
      expect(new Set(listReceivedCopies(await space.log()))).toEqual(new Set(listExpectedCopies(records)));
      expect((await second.pages()).filter((each) => each.url().startsWith(site.origin))).toEqual([]);
    },
  );
});
