import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openSpace, startFaultServer, type FaultServer } from '@heed/testing/fault-server';
import { killBrowser, launchBrowser, makeProfile } from '../delivery/browser.ts';
import { until } from '../delivery/until.ts';
import { copiesIn, copiesOf } from '../site/copies.ts';
import { FAST_SYNC } from './chromium.ts';
import { startWorkerSite } from './site.ts';

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
    'goes on when a browser that was %s starts again, without a page of the site',
    async (how, end) => {
      const profile = makeProfile();
      const site = await startWorkerSite();
      const space = openSpace(server.origin, how);
      const first = await launchBrowser('chromium', profile.path, FAST_SYNC);
      const page = await first.newPage();
      await space.script({ status: 404 });
      await page.goto(`${site.origin}/?endpoint=${encodeURIComponent(space.endpoint)}`);
      await until(() => page.evaluate(() => navigator.serviceWorker.controller !== null));
      const records = await page.evaluate(() => background.submit(2));
      await until(() => site.heard.length > 0);
      await end(first);
      await space.script();
      const second = await launchBrowser('chromium', profile.path, FAST_SYNC);
      onTestFinished(async () => {
        await second.close();
        await site.close();
        profile.remove();
      });
      await until(async () => (await space.heldKeys()).size === 2);
      expect(new Set(copiesIn(await space.log()))).toEqual(new Set(copiesOf(records)));
      expect((await second.pages()).filter((each) => each.url().startsWith(site.origin))).toEqual([]);
    },
  );
});
