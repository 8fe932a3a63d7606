import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFaultServer, type FaultServer } from '@heed/testing/fault-server';
import { PUPPETEER_ENGINES } from '../shared/browsers/engines.ts';
import { launchBrowser, createProfile } from '../shared/browsers/launch.ts';
import { waitUntil } from '../shared/wait-until.ts';
import { listReceivedCopies, listExpectedCopies } from '../shared/queue/copies.ts';
import { readEntries } from '../shared/queue/entries.ts';
import type { BuildName } from './builds.ts';
import { start, submit, visit } from './client-page.ts';

let server: FaultServer;

beforeAll(async () => {
  server = await startFaultServer();
});

afterAll(() => server.close());

describe.each(PUPPETEER_ENGINES)('in %s, builds of the client in one page', (engine) => {
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
    ['the same one twice', 'current', 'copy'],
    ['the current one and a newer one', 'current', 'next'],
  ])('share the queue of a project, and post each record once: %s', async (_, one, other) => {
    const { page, space } = await visit(browser, server);
    const clients = await Promise.all(
      [one, other].map((build) => start(page, build, { endpoint: space.endpoint })),
    );
    const batches = await Promise.all(clients.map((client) => submit(page, client, 20)));
    await waitUntil(async () => (await readEntries(page)).length === 0);
    expect(batches.flat()).toHaveLength(40);
    expect(listReceivedCopies(await space.log())).toEqual(listExpectedCopies(batches.flat()));
  });

  it('tell each other what came of a record', async () => {
    const { page, space } = await visit(browser, server);
    const [current, next] = await Promise.all([
      start(page, 'current', { endpoint: space.endpoint }),
      start(page, 'next', { endpoint: space.endpoint }),
    ]);
    const [[id = ''] = []] = await submit(page, current, 1);
    await waitUntil(() =>
      page.evaluate(
        (next, id) => next.events.some((event) => event.id === id && event.state === 'sent'),
        next,
        id,
      ),
    );
  });

  it('leave the rows of a newer one alone, which sends them when it is back', async () => {
    const { page, space } = await visit(browser, server);
    await space.script({ status: 404 });
    const newer = await start(page, 'next', { endpoint: space.endpoint });
    const rows = await submit(page, newer, 2);
    await page.evaluate((newer) => newer.flush(), newer);
    await page.evaluate((newer) => newer.close(), newer);
    const before = await readEntries(page);
    await space.script();
    const rolledBack = await start(page, 'current', { endpoint: space.endpoint });
    const own = await submit(page, rolledBack, 1);
    await waitUntil(async () => (await space.heldKeys()).size === 1);
    await page.evaluate((client) => client.flush(), rolledBack);
    expect(await space.heldKeys()).toEqual(new Set(own.map(([id]) => id)));
    expect(await readEntries(page)).toEqual(before);
    await start(page, 'next', { endpoint: space.endpoint });
    await waitUntil(async () => (await readEntries(page)).length === 0);
    expect(await space.heldKeys()).toEqual(new Set([...rows, ...own].map(([id]) => id)));
  });

  it('leave partial records alone where they know none, and hold up nothing', async () => {
    const { page, space } = await visit(browser, server);
    await space.script({ status: 404 });
    const current = await start(page, 'current', { endpoint: space.endpoint });
    const partial = await submit(page, current, 2, true);
    await page.evaluate((current) => current.flush(), current);
    await page.evaluate((current) => current.close(), current);
    const before = await readEntries(page);
    await space.script();
    const early = await start(page, 'early', { endpoint: space.endpoint });
    const own = await submit(page, early, 1);
    await waitUntil(async () => (await space.heldKeys()).size === 1);
    await page.evaluate((early) => early.flush(), early);
    expect(await readEntries(page)).toEqual(before);
    await start(page, 'copy', { endpoint: space.endpoint });
    await waitUntil(async () => (await readEntries(page)).length === 0);
    expect(await space.heldKeys()).toEqual(new Set([...partial, ...own].map(([key]) => key)));
  });

  it('send what an older one left', async () => {
    const { page, space } = await visit(browser, server);
    await space.script({ status: 404 });
    const older = await start(page, 'current', { endpoint: space.endpoint });
    const rows = await submit(page, older, 2);
    await page.evaluate((older) => older.close(), older);
    await space.script();
    await start(page, 'next', { endpoint: space.endpoint });
    await waitUntil(async () => (await readEntries(page)).length === 0);
    expect(new Set(listReceivedCopies(await space.log()))).toEqual(new Set(listExpectedCopies(rows)));
  });
});
