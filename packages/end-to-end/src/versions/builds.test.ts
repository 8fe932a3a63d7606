import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFaultServer, type FaultServer } from '@heed/testing/fault-server';
import { PUPPETEER_ENGINES } from '../shared/browsers/engines.ts';
import { launchBrowser, createProfile } from '../shared/browsers/launch.ts';
import { waitUntil } from '../shared/wait-until.ts';
import { listReceivedCopies, listExpectedCopies } from '../shared/queue/copies.ts';
import { readEntries } from '../shared/queue/entries.ts';
import type { BuildName } from './builds.ts';
import { startClient, submitRecords, openClientPage } from './client-page.ts';

let server: FaultServer;

beforeAll(async () => {
  server = await startFaultServer();
});

afterAll(() => server.close());

describe.each(PUPPETEER_ENGINES)('builds of the client in one page, in %s', (engine) => {
  const profile = createProfile();
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser(engine, profile.path);
  });

  afterAll(async () => {
    await browser.close();
    profile.remove();
  });

  it.each<[string, BuildName, BuildName]>([
    ['two copies of the current build', 'current', 'copy'],
    ['the current build and a newer build', 'current', 'next'],
  ])('share the queue of a project and post each record once: %s', async (_, one, other) => {
    const { page, space } = await openClientPage(browser, server);
    const clients = await Promise.all(
      [one, other].map((build) => startClient(page, build, { endpoint: space.endpoint })),
    );
    const batches = await Promise.all(clients.map((client) => submitRecords(page, client, 20)));
    await waitUntil(async () => (await readEntries(page)).length === 0);
    expect(batches.flat()).toHaveLength(40);
    expect(listReceivedCopies(await space.log())).toEqual(listExpectedCopies(batches.flat()));
  });

  it('receive events about records that another build delivered', async () => {
    const { page, space } = await openClientPage(browser, server);
    const [current, next] = await Promise.all([
      startClient(page, 'current', { endpoint: space.endpoint }),
      startClient(page, 'next', { endpoint: space.endpoint }),
    ]);
    const [[id = ''] = []] = await submitRecords(page, current, 1);
    await waitUntil(() =>
      page.evaluate(
        (next, id) => next.events.some((event) => event.id === id && event.state === 'sent'),
        next,
        id,
      ),
    );
  });

  it('ignore the entries of a newer build, which sends them later', async () => {
    const { page, space } = await openClientPage(browser, server);
    await space.script({ status: 404 });
    const newer = await startClient(page, 'next', { endpoint: space.endpoint });
    const rows = await submitRecords(page, newer, 2);
    await page.evaluate((newer) => newer.flush(), newer);
    await page.evaluate((newer) => newer.close(), newer);
    const before = await readEntries(page);
    await space.script();
    const rolledBack = await startClient(page, 'current', { endpoint: space.endpoint });
    const own = await submitRecords(page, rolledBack, 1);
    await waitUntil(async () => (await space.heldKeys()).size === 1);
    await page.evaluate((client) => client.flush(), rolledBack);
    expect(await space.heldKeys()).toEqual(new Set(own.map(([id]) => id)));
    expect(await readEntries(page)).toEqual(before);
    await startClient(page, 'next', { endpoint: space.endpoint });
    await waitUntil(async () => (await readEntries(page)).length === 0);
    expect(await space.heldKeys()).toEqual(new Set([...rows, ...own].map(([id]) => id)));
  });

  it('ignore partial responses if they do not support them, and deliver other records', async () => {
    const { page, space } = await openClientPage(browser, server);
    await space.script({ status: 404 });
    const current = await startClient(page, 'current', { endpoint: space.endpoint });
    const partial = await submitRecords(page, current, 2, true);
    await page.evaluate((current) => current.flush(), current);
    await page.evaluate((current) => current.close(), current);
    const before = await readEntries(page);
    await space.script();
    const early = await startClient(page, 'early', { endpoint: space.endpoint });
    const own = await submitRecords(page, early, 1);
    await waitUntil(async () => (await space.heldKeys()).size === 1);
    await page.evaluate((early) => early.flush(), early);
    expect(await readEntries(page)).toEqual(before);
    await startClient(page, 'copy', { endpoint: space.endpoint });
    await waitUntil(async () => (await readEntries(page)).length === 0);
    expect(await space.heldKeys()).toEqual(new Set([...partial, ...own].map(([key]) => key)));
  });

  it('send the entries of an older build', async () => {
    const { page, space } = await openClientPage(browser, server);
    await space.script({ status: 404 });
    const older = await startClient(page, 'current', { endpoint: space.endpoint });
    const rows = await submitRecords(page, older, 2);
    await page.evaluate((older) => older.close(), older);
    await space.script();
    await startClient(page, 'next', { endpoint: space.endpoint });
    await waitUntil(async () => (await readEntries(page)).length === 0);
    expect(new Set(listReceivedCopies(await space.log()))).toEqual(new Set(listExpectedCopies(rows)));
  });
});
