import { randomUUID } from 'node:crypto';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFaultServer, type FaultServer } from '@heed/testing/fault-server';
import { PUPPETEER_ENGINES } from '../shared/browsers/engines.ts';
import { launchBrowser, createProfile } from '../shared/browsers/launch.ts';
import { waitUntil } from '../shared/wait-until.ts';
import { listReceivedCopies, listExpectedCopies } from '../shared/queue/copies.ts';
import { readEntries, writeEntries, type StoredEntry } from '../shared/queue/entries.ts';
import { startClient, openClientPage } from './client-page.ts';

const HOUR_MS = 3_600_000;
const NOW = Date.now();

let server: FaultServer;

beforeAll(async () => {
  server = await startFaultServer();
});

afterAll(() => server.close());

/** Returns an entry as the first version of the client wrote it. */
function createVersion1Entry(state: {
  tries: number;
  state?: string;
  reason?: string;
  due?: number;
}): [id: string, entry: { v: number; body: string; at: number }] {
  const id = randomUUID();
  // Contains white space, so that a body that is parsed and serialised again differs.
  const body = JSON.stringify({ v: 1, id, survey: 'checkout', answers: [] }, undefined, 1);
  return [id, { v: 1, body, at: NOW - HOUR_MS, ...state }];
}

describe.each(PUPPETEER_ENGINES)('entries on the device in %s', (engine) => {
  const profile = createProfile();
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser(engine, profile.path);
  });

  afterAll(async () => {
    await browser.close();
    profile.remove();
  });

  it('of version 1 are sent unchanged, whatever their state', async () => {
    const { page, space } = await openClientPage(browser, server);
    const entries = [
      createVersion1Entry({ tries: 0 }),
      createVersion1Entry({ tries: 2, state: 'retrying', reason: '500', due: NOW - 1 }),
      createVersion1Entry({ tries: 9, state: 'retrying', reason: 'network', due: NOW + HOUR_MS }),
      createVersion1Entry({ tries: 1, state: 'held', reason: '404', due: NOW + HOUR_MS }),
    ];
    await writeEntries(page, entries);
    await startClient(page, 'current', { endpoint: space.endpoint });
    await waitUntil(async () => (await readEntries(page)).length === 0);
    expect(listReceivedCopies(await space.log())).toEqual(
      listExpectedCopies(entries.map(([id, { body }]) => [id, body])),
    );
  });

  it('that version 1 parked stay parked until a retry', async () => {
    const { page, space } = await openClientPage(browser, server);
    const [id, entry] = createVersion1Entry({ tries: 1, state: 'parked', reason: '422' });
    await writeEntries(page, [[id, entry]]);
    const client = await startClient(page, 'current', { endpoint: space.endpoint });
    await page.evaluate((client) => client.flush(), client);
    expect(await space.log()).toEqual([]);
    const [item] = await page.evaluate((client) => client.pending(), client);
    expect(item).toMatchObject({ id, state: 'parked', reason: '422', tries: 1, at: NOW - HOUR_MS });
    await page.evaluate((client, id) => client.retry(id), client, id);
    expect(listReceivedCopies(await space.log())).toEqual(listExpectedCopies([[id, entry.body]]));
  });

  it('of a newer version are ignored and listed, and do not block other records', async () => {
    const { page, space } = await openClientPage(browser, server);
    const first = createVersion1Entry({ tries: 0 });
    const newer: StoredEntry[] = [
      ['0-another-kind-of-key', { v: 3, parts: ['of', 'another', 'shape'] }],
      [randomUUID(), { v: 3, body: '{}', at: 0, tries: 0 }],
      [randomUUID(), { v: 99, body: { no: 'text' }, state: 'retrying', due: 0 }],
    ];
    await writeEntries(page, [...newer, first]);
    const client = await startClient(page, 'current', { endpoint: space.endpoint, maxAgeMs: 24 * HOUR_MS });
    await waitUntil(async () => (await space.heldKeys()).size > 0);
    await page.evaluate((client) => client.flush(), client);
    expect(listReceivedCopies(await space.log())).toEqual(listExpectedCopies([[first[0], first[1].body]]));
    expect(new Map(await readEntries(page))).toEqual(new Map(newer));
    const items = await page.evaluate((client) => client.pending(), client);
    expect(new Map(items.map(({ id, state }) => [id, state]))).toEqual(
      new Map(newer.map(([id]) => [id, 'newer'])),
    );
  });
});
