import type { Browser, JSHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFaultServer, type FaultServer, type RemoteSpace } from '@heed/testing/fault-server';
import { PUPPETEER_ENGINES } from '../shared/browsers/engines.ts';
import { launchBrowser, createProfile } from '../shared/browsers/launch.ts';
import { waitUntil } from '../shared/wait-until.ts';
import { listReceivedCopies, listExpectedCopies } from '../shared/queue/copies.ts';
import { readEntries } from '../shared/queue/entries.ts';
import type { ListeningClient } from './build-entry.ts';
import { start, submit, visit, type Visit } from './client-page.ts';

let server: FaultServer;

beforeAll(async () => {
  server = await startFaultServer();
});

afterAll(() => server.close());

/** Two projects of different teams, each with its own endpoint. */
async function startBoth(
  { space }: Visit,
  [first, second]: [Page, Page],
): Promise<[JSHandle<ListeningClient>, JSHandle<ListeningClient>]> {
  return Promise.all([
    start(first, 'current', { endpoint: `${space.endpoint}/a`, project: 'a' }),
    start(second, 'copy', { endpoint: `${space.endpoint}/b`, project: 'b', maxItems: 2 }),
  ]);
}

/** What arrived at the endpoint of one project. */
async function listAt(space: RemoteSpace, project: string): Promise<string[]> {
  return listReceivedCopies((await space.log()).filter(({ path }) => path.endsWith(`/${project}`)));
}

describe.each(PUPPETEER_ENGINES)('in %s, two projects on one origin', (engine) => {
  const profile = createProfile();
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser(engine, profile.path);
  });

  afterAll(async () => {
    await browser.close();
    profile.remove();
  });

  it.each(['one page', 'two tabs'])('send to their own endpoints only, from %s', async (where) => {
    const visited = await visit(browser, server);
    const { page, space } = visited;
    const second = where === 'one page' ? page : await visited.openTab();
    const [a, b] = await startBoth(visited, [page, second]);
    const [ofA, ofB] = await Promise.all([submit(page, a, 8), submit(second, b, 2)]);
    await waitUntil(async () => (await space.log()).length >= 10);
    expect(await listAt(space, 'a')).toEqual(listExpectedCopies(ofA));
    expect(await listAt(space, 'b')).toEqual(listExpectedCopies(ofB));
    await waitUntil(
      async () => (await readEntries(page, 'a')).length + (await readEntries(page, 'b')).length === 0,
    );
  });

  it('neither count, pause, purge nor report what is of the other', async () => {
    const visited = await visit(browser, server);
    const { page, space } = visited;
    await space.script({ path: '/a', status: 503, headers: { 'retry-after': '3600' } });
    const [a, b] = await startBoth(visited, [page, page]);
    // More than the other one's `maxItems`.
    const ofA = await submit(page, a, 3);
    const ofB = await submit(page, b, 1);
    await waitUntil(async () => (await listAt(space, 'b')).length === 1);
    expect(await listAt(space, 'b')).toEqual(listExpectedCopies(ofB));
    await page.evaluate((b) => b.purge(), b);
    expect(new Set((await readEntries(page, 'a')).map(([id]) => id))).toEqual(new Set(ofA.map(([id]) => id)));
    const ids = await page.evaluate((b) => b.events.map(({ id }) => id), b);
    expect(new Set(ids)).toEqual(new Set([...ofB.map(([id]) => id), '']));
  });
});
