import { randomUUID } from 'node:crypto';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFaultServer, type FaultServer } from '@heed/testing/fault-server';
import { PUPPETEER_ENGINES } from '../shared/browsers/engines.ts';
import { launchBrowser, createProfile } from '../shared/browsers/launch.ts';
import { waitUntil } from '../shared/wait-until.ts';
import { listReceivedCopies, listExpectedCopies } from '../shared/queue/copies.ts';
import { readEntries, writeEntries, type StoredEntry } from '../shared/queue/entries.ts';
import { start, visit } from './client-page.ts';

const HOUR_MS = 3_600_000;
const NOW = Date.now();

let server: FaultServer;

beforeAll(async () => {
  server = await startFaultServer();
});

afterAll(() => server.close());

/** A row as the first version of the client left it. */
function makeFirst(state: {
  tries: number;
  state?: string;
  reason?: string;
  due?: number;
}): [id: string, row: { v: number; body: string; at: number }] {
  const id = randomUUID();
  // With white space, so that a body that is parsed and written again is another one.
  const body = JSON.stringify({ v: 1, id, survey: 'checkout', answers: [] }, undefined, 1);
  return [id, { v: 1, body, at: NOW - HOUR_MS, ...state }];
}

describe.each(PUPPETEER_ENGINES)('in %s, rows on the device', (engine) => {
  const profile = createProfile();
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser(engine, profile.path);
  });

  afterAll(async () => {
    await browser.close();
    profile.remove();
  });

  it('that version 1 left are sent, whatever came of them there, with its bytes', async () => {
    const { page, space } = await visit(browser, server);
    const rows = [
      makeFirst({ tries: 0 }),
      makeFirst({ tries: 2, state: 'retrying', reason: '500', due: NOW - 1 }),
      makeFirst({ tries: 9, state: 'retrying', reason: 'network', due: NOW + HOUR_MS }),
      makeFirst({ tries: 1, state: 'held', reason: '404', due: NOW + HOUR_MS }),
    ];
    await writeEntries(page, rows);
    await start(page, 'current', { endpoint: space.endpoint });
    await waitUntil(async () => (await readEntries(page)).length === 0);
    expect(listReceivedCopies(await space.log())).toEqual(
      listExpectedCopies(rows.map(([id, { body }]) => [id, body])),
    );
  });

  it('that version 1 parked stay parked, until they are to be tried again', async () => {
    const { page, space } = await visit(browser, server);
    const [id, row] = makeFirst({ tries: 1, state: 'parked', reason: '422' });
    await writeEntries(page, [[id, row]]);
    const client = await start(page, 'current', { endpoint: space.endpoint });
    await page.evaluate((client) => client.flush(), client);
    expect(await space.log()).toEqual([]);
    const [item] = await page.evaluate((client) => client.pending(), client);
    expect(item).toMatchObject({ id, state: 'parked', reason: '422', tries: 1, at: NOW - HOUR_MS });
    await page.evaluate((client, id) => client.retry(id), client, id);
    expect(listReceivedCopies(await space.log())).toEqual(listExpectedCopies([[id, row.body]]));
  });

  it('of a newer version are left alone and reported, and hold up nothing', async () => {
    const { page, space } = await visit(browser, server);
    const first = makeFirst({ tries: 0 });
    const newer: StoredEntry[] = [
      ['0-another-kind-of-key', { v: 3, parts: ['of', 'another', 'shape'] }],
      [randomUUID(), { v: 3, body: '{}', at: 0, tries: 0 }],
      [randomUUID(), { v: 99, body: { no: 'text' }, state: 'retrying', due: 0 }],
    ];
    await writeEntries(page, [...newer, first]);
    const client = await start(page, 'current', { endpoint: space.endpoint, maxAgeMs: 24 * HOUR_MS });
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
