import type { Browser, JSHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFaultServer, type FaultServer, type RemoteSpace } from '@heed/testing/fault-server';
import { PUPPETEER_ENGINES } from '../shared/browsers/engines.ts';
import { launchBrowser, createProfile } from '../shared/browsers/launch.ts';
import { waitUntil } from '../shared/wait-until.ts';
import { listReceivedCopies, listExpectedCopies } from '../shared/queue/copies.ts';
import { readEntries } from '../shared/queue/entries.ts';
import type { ListeningClient } from './build-entry.ts';
import { startClient, submitRecords, openClientPage, type ClientPage } from './client-page.ts';

let server: FaultServer;

beforeAll(async () => {
  server = await startFaultServer();
});

afterAll(() => server.close());

/** Starts the clients of two projects with different endpoints. */
async function startBoth(
  { space }: ClientPage,
  [first, second]: [Page, Page],
): Promise<[JSHandle<ListeningClient>, JSHandle<ListeningClient>]> {
  return Promise.all([
    startClient(first, 'current', { endpoint: `${space.endpoint}/a`, project: 'a' }),
    startClient(second, 'copy', { endpoint: `${space.endpoint}/b`, project: 'b', maxItems: 2 }),
  ]);
}

/** Lists the records at the endpoint of one project. */
async function listReceivedBy(space: RemoteSpace, project: string): Promise<string[]> {
  return listReceivedCopies((await space.log()).filter(({ path }) => path.endsWith(`/${project}`)));
}

describe.each(PUPPETEER_ENGINES)('two projects on one origin in %s', (engine) => {
  const profile = createProfile();
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser(engine, profile.path);
  });

  afterAll(async () => {
    await browser.close();
    profile.remove();
  });

  it.each(['one page', 'two tabs'])('send only to their own endpoints, from %s', async (where) => {
    const clientPage = await openClientPage(browser, server);
    const { page, space } = clientPage;
    const second = where === 'one page' ? page : await clientPage.openTab();
    const [a, b] = await startBoth(clientPage, [page, second]);
    const [recordsOfA, recordsOfB] = await Promise.all([
      submitRecords(page, a, 8),
      submitRecords(second, b, 2),
    ]);
    await waitUntil(async () => (await space.log()).length >= 10);
    expect(await listReceivedBy(space, 'a')).toEqual(listExpectedCopies(recordsOfA));
    expect(await listReceivedBy(space, 'b')).toEqual(listExpectedCopies(recordsOfB));
    await waitUntil(
      async () => (await readEntries(page, 'a')).length + (await readEntries(page, 'b')).length === 0,
    );
  });

  it('do not count, pause, purge or report records of the other project', async () => {
    const clientPage = await openClientPage(browser, server);
    const { page, space } = clientPage;
    await space.script({ path: '/a', status: 503, headers: { 'retry-after': '3600' } });
    const [a, b] = await startBoth(clientPage, [page, page]);
    // More than the `maxItems` of the other project.
    const recordsOfA = await submitRecords(page, a, 3);
    const recordsOfB = await submitRecords(page, b, 1);
    await waitUntil(async () => (await listReceivedBy(space, 'b')).length === 1);
    expect(await listReceivedBy(space, 'b')).toEqual(listExpectedCopies(recordsOfB));
    await page.evaluate((b) => b.purge(), b);
    expect(new Set((await readEntries(page, 'a')).map(([id]) => id))).toEqual(
      new Set(recordsOfA.map(([id]) => id)),
    );
    const ids = await page.evaluate((b) => b.events.map(({ id }) => id), b);
    expect(new Set(ids)).toEqual(new Set([...recordsOfB.map(([id]) => id), '']));
  });
});
