import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openSpace, startFaultServer, type FaultServer, type RemoteSpace } from '@heed/testing/fault-server';
import { PUPPETEER_ENGINES, type PuppeteerEngine } from '../shared/browsers/engines.ts';
import { INSECURE_HOST, launchBrowser, createProfile } from '../shared/browsers/launch.ts';
import { waitUntil } from '../shared/wait-until.ts';
import { startWorkerSite } from './worker-site.ts';

let server: FaultServer;

beforeAll(async () => {
  server = await startFaultServer();
});

afterAll(() => server.close());

interface OpenSite {
  page: Page;
  space: RemoteSpace;
  /** Errors in the page, including unhandled rejections. */
  problems: string[];
}

async function openSite(engine: PuppeteerEngine, host = '127.0.0.1'): Promise<OpenSite> {
  const profile = createProfile();
  const [site, browser] = await Promise.all([startWorkerSite(), launchBrowser(engine, profile.path)]);
  onTestFinished(async () => {
    await browser.close();
    await site.close();
    profile.remove();
  });
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  const space = openSpace(server.origin, `without-${engine}-${host}`);
  const url = `${site.origin.replace('127.0.0.1', host)}/?endpoint=${encodeURIComponent(space.endpoint)}`;
  await page.goto(url);
  return { page, space, problems };
}

describe('without Background Sync', () => {
  it('a page with a worker delivers its records in Firefox, and the worker still works', async () => {
    const { page, space, problems } = await openSite('firefox');
    expect(await page.evaluate(async () => 'sync' in ((await background.ready) ?? {}))).toBe(false);
    const records = await page.evaluate(() => background.submit(2));
    await waitUntil(async () => (await space.heldKeys()).size === 2);
    expect(await space.heldKeys()).toEqual(new Set(records.map(([id]) => id)));
    await waitUntil(() => page.evaluate(() => navigator.serviceWorker.controller !== null));
    expect(await page.evaluate(async () => (await fetch('/own')).text())).toBe('from the worker');
    expect(problems).toEqual([]);
  });

  it.each(PUPPETEER_ENGINES)(
    'a page that is not a secure context delivers its records in %s',
    async (engine) => {
      const { page, space, problems } = await openSite(engine, INSECURE_HOST);
      expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(false);
      const records = await page.evaluate(() => background.submit(2));
      await waitUntil(async () => (await space.heldKeys()).size === 2);
      expect(await space.heldKeys()).toEqual(new Set(records.map(([id]) => id)));
      expect(problems).toEqual([]);
    },
  );
});
