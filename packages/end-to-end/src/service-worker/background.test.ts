import { randomUUID } from 'node:crypto';
import type { Browser, Page, WebWorker } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  openSpace,
  startFaultServer,
  type FaultServer,
  type LogEntry,
  type RemoteSpace,
  type Rule,
} from '@heed/testing/fault-server';
import { launchBrowser, createProfile } from '../shared/browsers/launch.ts';
import { waitUntil } from '../shared/wait-until.ts';
import { listReceivedCopies, listExpectedCopies } from '../shared/queue/copies.ts';
import { readEntries, writeEntries } from '../shared/queue/entries.ts';
import { FAST_SYNC, findWorker, killWorker, setWorkerOffline } from './chromium-protocol.ts';
import { startWorkerSite, type WorkerSite } from './worker-site.ts';

const profile = createProfile();
let server: FaultServer;
let browser: Browser;
let count = 0;

beforeAll(async () => {
  [server, browser] = await Promise.all([
    startFaultServer(),
    launchBrowser('chromium', profile.path, FAST_SYNC),
  ]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  profile.remove();
});

interface OpenSite {
  site: WorkerSite;
  space: RemoteSpace;
  page: Page;
  worker: WebWorker;
  /** A page of the same site without the client. It stays open when the other page is closed. */
  other: Page;
}

/** Opens a page of a new site and waits until its worker controls the page. */
async function openSite(): Promise<OpenSite> {
  const site = await startWorkerSite();
  const space = openSpace(server.origin, `background-${++count}`);
  const [page, other] = await Promise.all([browser.newPage(), browser.newPage()]);
  await other.goto(`${site.origin}/other`);
  await page.goto(`${site.origin}/?endpoint=${encodeURIComponent(space.endpoint)}`);
  await waitUntil(() => page.evaluate(() => navigator.serviceWorker.controller !== null));
  const worker = await findWorker(browser, site.origin);
  onTestFinished(async () => {
    // Ends the offline mode, in which pending syncs would delay the next test's syncs.
    if (!worker.client.detached) await worker.client.detach();
    await Promise.all([page, other].filter((each) => !each.isClosed()).map((each) => each.close()));
    await site.close();
  });
  return { site, space, page, other, worker };
}

/** A header that only the worker sends. */
const WORKER_HEADER = ['authorization', 'Bearer of the worker'] as const;

/** When a page closes, the debugger detaches first, so the page is online for a moment and may still post. */
const REJECT_PAGE: Rule = { status: 404, unless: WORKER_HEADER };

async function readWorkerLog(space: RemoteSpace): Promise<LogEntry[]> {
  return (await space.log()).filter(({ headers }) => headers[WORKER_HEADER[0]] === WORKER_HEADER[1]);
}

/** Submits records while the device is offline, and closes the tab. */
async function submitOffline(
  { page, space, worker }: OpenSite,
  count: number,
  project: 'default' | 'shop' = 'default',
): Promise<[id: string, body: string][]> {
  await space.script(REJECT_PAGE);
  await setWorkerOffline(worker, true);
  await page.setOfflineMode(true);
  const records = await page.evaluate((...args) => background.submit(...args), count, project);
  await waitUntil(() => page.evaluate(listTags).then((tags) => tags.includes(`heed:${project}`)));
  await page.close();
  return records;
}

/** Returns the tags of pending syncs. */
async function listTags(): Promise<string[]> {
  const registration = (await navigator.serviceWorker.getRegistration()) as Awaited<typeof background.ready>;
  return (await registration?.sync?.getTags()) ?? [];
}

describe('background delivery', () => {
  it('sends records submitted offline after their tab is closed, with the same keys and bytes', async () => {
    const openedSite = await openSite();
    const { space, worker, other } = openedSite;
    const records = await submitOffline(openedSite, 3);
    expect(await space.heldKeys()).toEqual(new Set());
    expect(await readEntries(other)).toHaveLength(3);
    await setWorkerOffline(worker, false);
    await waitUntil(async () => (await readEntries(other)).length === 0);
    expect(listReceivedCopies(await readWorkerLog(space))).toEqual(listExpectedCopies(records));
    await waitUntil(async () => (await other.evaluate(listTags)).length === 0);
  });

  it('sends a record whose tab was closed during the POST', async () => {
    const { space, page, other } = await openSite();
    await space.script({ hang: true, times: 1 });
    const records = await page.evaluate(() => background.submit(1));
    await waitUntil(async () => (await space.log()).length === 1);
    await page.close();
    await waitUntil(async () => (await readEntries(other)).length === 0);
    expect(new Set(listReceivedCopies(await space.log()))).toEqual(new Set(listExpectedCopies(records)));
  });

  it('delivers the other records when the endpoint keeps rejecting one', async () => {
    const openedSite = await openSite();
    const { space, worker, other } = openedSite;
    const records = await submitOffline(openedSite, 3);
    const ids = records.map(([id]) => id);
    await space.script(REJECT_PAGE, { status: 403, key: ids[0] ?? '' });
    await setWorkerOffline(worker, false);
    // The order is undefined, because ids of the same millisecond sort randomly.
    await waitUntil(async () => (await space.log()).some(({ status }) => status === 403));
    await waitUntil(async () => (await readEntries(other)).length === 1);
    expect(await space.heldKeys()).toEqual(new Set(ids.slice(1)));
    await waitUntil(async () => JSON.stringify(await readEntries(other)).includes('"reason":"403"'));
    expect(await readEntries(other)).toMatchObject([[ids[0], { state: 'held' }]]);
  });

  it('is retried by the browser while records remain', async () => {
    const openedSite = await openSite();
    const { site, space, worker, other } = openedSite;
    await submitOffline(openedSite, 1);
    await space.script({ status: 403 });
    await setWorkerOffline(worker, false);
    await waitUntil(() => site.receivedSyncs.length === 2);
    await space.script();
    await waitUntil(async () => (await readEntries(other)).length === 0);
    expect(new Set(site.receivedSyncs)).toEqual(new Set(['heed:default']));
  });

  it('is requested by a page that cannot send the records of an earlier visit', async () => {
    const { site, space, page, other } = await openSite();
    await space.script({ status: 404 });
    const id = randomUUID();
    await writeEntries(other, [[id, { v: 1, body: '{}', at: Date.now(), tries: 0 }]]);
    await page.reload();
    await waitUntil(() => site.receivedSyncs.length > 0);
    await page.close();
    await space.script();
    await waitUntil(async () => (await readEntries(other)).length === 0);
    expect(await space.heldKeys()).toEqual(new Set([id]));
  });

  it('does not post during a pause that the endpoint asked for', async () => {
    const { site, space, page, other } = await openSite();
    await space.script({ status: 503, headers: { 'retry-after': '3600' }, times: 1 });
    await page.evaluate(() => background.submit(1));
    await waitUntil(() => site.receivedSyncs.length >= 2);
    await page.close();
    await waitUntil(async () => (await other.evaluate(listTags)).length === 0);
    expect(await space.log()).toHaveLength(1);
    expect(await readEntries(other)).toMatchObject([
      [expect.any(String), { state: 'retrying', reason: '503' }],
    ]);
  });

  it('ignores a parked record and requests no further sync', async () => {
    const { site, space, page, other } = await openSite();
    await space.script({ status: 400, times: 1 });
    await page.evaluate(() => background.submit(1));
    await waitUntil(() => site.receivedSyncs.length > 0);
    await waitUntil(async () => (await other.evaluate(listTags)).length === 0);
    expect(site.receivedSyncs).toEqual(['heed:default']);
    expect(await space.log()).toHaveLength(1);
    expect(await readEntries(other)).toMatchObject([[expect.any(String), { state: 'parked' }]]);
  });

  it('resends a record whose worker was killed during the POST', async () => {
    const openedSite = await openSite();
    const { space, worker, other } = openedSite;
    const records = await submitOffline(openedSite, 1);
    await space.script(REJECT_PAGE, { hang: true, times: 1 });
    await setWorkerOffline(worker, false);
    await waitUntil(async () => (await readWorkerLog(space)).length === 1);
    await killWorker(worker, other);
    await waitUntil(async () => (await readEntries(other)).length === 0);
    const log = await readWorkerLog(space);
    expect(log.map(({ status }) => status)).toEqual([null, 201]);
    expect(new Set(listReceivedCopies(log))).toEqual(new Set(listExpectedCopies(records)));
  });

  it('shares the lock with the tabs, so that each record is posted once', async () => {
    const { site, space, page, other } = await openSite();
    await space.script({ delayMs: 10 });
    await other.goto(page.url());
    const batches = await Promise.all([page, other].map((tab) => tab.evaluate(() => background.submit(20))));
    await waitUntil(async () => (await readEntries(page)).length === 0);
    expect(site.receivedSyncs).toContain('heed:default');
    const sent = listReceivedCopies(await space.log());
    expect(sent).toHaveLength(40);
    expect(new Set(sent)).toEqual(new Set(listExpectedCopies(batches.flat())));
  });

  it('does not retry endlessly against a failing endpoint while the page stays open', async () => {
    const { site, space, page } = await openSite();
    // Long enough for the page to receive the failure while the sync event is still running.
    site.listenerMs = 200;
    await space.script({ status: 404 });
    await page.evaluate(() => background.submit(1));
    await waitUntil(() => site.receivedSyncs.length > 0);
    // The browser gives up after three attempts. A sync that is registered while it fires would start again
    // immediately.
    await waitUntil(async () => (await page.evaluate(listTags)).length === 0);
    expect(site.receivedSyncs).toHaveLength(3);
    expect(await readWorkerLog(space)).toHaveLength(3);
  });
});

describe('two projects', () => {
  it('have separate syncs, each of which sends to its own endpoint', async () => {
    const openedSite = await openSite();
    const { site, space, worker, other } = openedSite;
    const records = await submitOffline(openedSite, 2, 'shop');
    await setWorkerOffline(worker, false);
    await waitUntil(async () => (await readEntries(other, 'shop')).length === 0);
    const log = await readWorkerLog(space);
    expect(listReceivedCopies(log)).toEqual(listExpectedCopies(records));
    expect(log.every(({ path }) => path.endsWith('/feedback/shop'))).toBe(true);
    expect(new Set(site.receivedSyncs)).toEqual(new Set(['heed:shop']));
  });
});

describe("the site's own worker", () => {
  it('still answers requests', async () => {
    const { page } = await openSite();
    expect(await page.evaluate(async () => (await fetch('/own')).text())).toBe('from the worker');
  });

  it('still receives its own syncs, without any post by Heed', async () => {
    const { site, space, page } = await openSite();
    await space.script({ status: 404 });
    await page.evaluate(() => background.submit(1));
    await waitUntil(() => site.receivedSyncs.length > 0);
    await waitUntil(async () => (await page.evaluate(listTags)).length === 0);
    await page.evaluate(async () => (await background.ready)?.sync?.register('own'));
    await waitUntil(() => site.receivedSyncs.includes('own'));
    await waitUntil(async () => (await page.evaluate(listTags)).length === 0);
    const syncs = site.receivedSyncs.filter((tag) => tag !== 'own');
    expect(await readWorkerLog(space)).toHaveLength(syncs.length);
  });
});
