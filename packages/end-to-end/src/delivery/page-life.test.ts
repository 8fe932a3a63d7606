import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSpace, startFaultServer, type FaultServer, type RemoteSpace } from '@heed/testing/fault-server';
import { ENGINES, INSECURE_HOST, launchBrowser, makeProfile } from './browser.ts';
import { startSite, type Site } from './site.ts';
import { until } from './until.ts';

let server: FaultServer;
let site: Site;
let spaces = 0;

beforeAll(async () => {
  [server, site] = await Promise.all([startFaultServer(), startSite()]);
});

afterAll(() => Promise.all([server.close(), site.close()]));

describe.each(ENGINES)('in %s', (engine) => {
  const profile = makeProfile();
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser(engine, profile.path);
  });

  afterAll(async () => {
    await browser.close();
    profile.remove();
  });

  const open = async (origin = site.origin): Promise<{ page: Page; space: RemoteSpace }> => {
    const space = openSpace(server.origin, `${engine}-${++spaces}`);
    const page = await browser.newPage();
    await page.goto(`${origin}/?endpoint=${encodeURIComponent(space.endpoint)}`);
    return { page, space };
  };

  it('a page with an idle client comes back from the back/forward cache, and its client goes on', async () => {
    const { page, space } = await open();
    await page.evaluate(async () => {
      const { client, makeRecord } = delivery;
      await (
        await client.submit(makeRecord('before'))
      ).settled;
    });
    await page.goto(`${site.origin}/other`);
    // Not goBack(): a page out of the cache does not load, which is what that waits for.
    await page.evaluate(() => history.back()).catch(() => {});
    await until(() => page.evaluate(() => globalThis.delivery?.wasCached).catch(() => false));
    await page.evaluate(() => delivery.submit(1));
    await until(async () => (await space.heldKeys()).size === 2);
  });

  it('a record submitted just before a navigation arrives', async () => {
    const { page, space } = await open();
    await Promise.all([
      page.waitForNavigation(),
      page.evaluate(() => {
        void delivery.submit(1);
        location.href = '/other';
      }),
    ]);
    await page.goto(page.url().replace('/other', `/?endpoint=${encodeURIComponent(space.endpoint)}`));
    await until(async () => (await space.heldKeys()).size === 1);
  });

  it('a record submitted while the page is left arrives', async () => {
    const { page, space } = await open();
    await page.evaluate(() => addEventListener('pagehide', () => void delivery.submit(1)));
    await page.goto(`${site.origin}/?endpoint=${encodeURIComponent(space.endpoint)}`);
    await until(async () => (await space.heldKeys()).size === 1);
  });

  it('a page without a secure context, and so without locks, delivers each record', async () => {
    const { page, space } = await open(site.origin.replace('127.0.0.1', INSECURE_HOST));
    expect(await page.evaluate(() => isSecureContext || 'locks' in navigator)).toBe(false);
    const ids = await page.evaluate(() => delivery.submit(5));
    await until(async () => (await space.heldKeys()).size === 5);
    expect(await space.heldKeys()).toEqual(new Set(ids));
  });
});
