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

interface Visit {
  site: WorkerSite;
  space: RemoteSpace;
  page: Page;
  worker: WebWorker;
  /** A page of the same site without the client, which stays when the other one is closed. */
  other: Page;
}

/** Opens a page of a new site, with its worker at work. */
async function visit(): Promise<Visit> {
  const site = await startWorkerSite();
  const space = openSpace(server.origin, `background-${++count}`);
  const [page, other] = await Promise.all([browser.newPage(), browser.newPage()]);
  await other.goto(`${site.origin}/other`);
  await page.goto(`${site.origin}/?endpoint=${encodeURIComponent(space.endpoint)}`);
  await waitUntil(() => page.evaluate(() => navigator.serviceWorker.controller !== null));
  const worker = await findWorker(browser, site.origin);
  onTestFinished(async () => {
    // Ends its offline mode, in which its syncs would hold up those of the next test.
    if (!worker.client.detached) await worker.client.detach();
    await Promise.all([page, other].filter((each) => !each.isClosed()).map((each) => each.close()));
    await site.close();
  });
  return { site, space, page, other, worker };
}

/** Only the worker sends it. */
const TOKEN = ['authorization', 'Bearer of the worker'] as const;

/** A page that is closed is online for a moment, since the debugger leaves it first, and may post what it was posting. */
const NOT_THE_PAGE: Rule = { status: 404, unless: TOKEN };

async function logOfWorker(space: RemoteSpace): Promise<LogEntry[]> {
  return (await space.log()).filter(({ headers }) => headers[TOKEN[0]] === TOKEN[1]);
}

/** Submits while the device is offline, and closes the tab. */
async function submitOffline(
  { page, space, worker }: Visit,
  count: number,
  project: 'default' | 'shop' = 'default',
): Promise<[id: string, body: string][]> {
  await space.script(NOT_THE_PAGE);
  await setWorkerOffline(worker, true);
  await page.setOfflineMode(true);
  const records = await page.evaluate((...given) => background.submit(...given), count, project);
  await waitUntil(() => page.evaluate(listTags).then((tags) => tags.includes(`heed:${project}`)));
  await page.close();
  return records;
}

/** The syncs that the browser has yet to fire. */
async function listTags(): Promise<string[]> {
  const registration = (await navigator.serviceWorker.getRegistration()) as Awaited<typeof background.ready>;
  return (await registration?.sync?.getTags()) ?? [];
}

describe('background delivery', () => {
  it('sends what was submitted offline after its tab is closed, with the same keys and bytes', async () => {
    const visited = await visit();
    const { space, worker, other } = visited;
    const records = await submitOffline(visited, 3);
    expect(await space.heldKeys()).toEqual(new Set());
    expect(await readEntries(other)).toHaveLength(3);
    await setWorkerOffline(worker, false);
    await waitUntil(async () => (await readEntries(other)).length === 0);
    expect(listReceivedCopies(await logOfWorker(space))).toEqual(listExpectedCopies(records));
    await waitUntil(async () => (await other.evaluate(listTags)).length === 0);
  });

  it('sends what its tab was sending when it was closed', async () => {
    const { space, page, other } = await visit();
    await space.script({ hang: true, times: 1 });
    const records = await page.evaluate(() => background.submit(1));
    await waitUntil(async () => (await space.log()).length === 1);
    await page.close();
    await waitUntil(async () => (await readEntries(other)).length === 0);
    expect(new Set(listReceivedCopies(await space.log()))).toEqual(new Set(listExpectedCopies(records)));
  });

  it('goes on with the others when the endpoint keeps refusing one', async () => {
    const visited = await visit();
    const { space, worker, other } = visited;
    const records = await submitOffline(visited, 3);
    const ids = records.map(([id]) => id);
    await space.script(NOT_THE_PAGE, { status: 403, key: ids[0] ?? '' });
    await setWorkerOffline(worker, false);
    // In any order: ids of one millisecond sort by chance.
    await waitUntil(async () => (await space.log()).some(({ status }) => status === 403));
    await waitUntil(async () => (await readEntries(other)).length === 1);
    expect(await space.heldKeys()).toEqual(new Set(ids.slice(1)));
    await waitUntil(async () => JSON.stringify(await readEntries(other)).includes('"reason":"403"'));
    expect(await readEntries(other)).toMatchObject([[ids[0], { state: 'held' }]]);
  });

  it('is tried again by the browser while something is left', async () => {
    const visited = await visit();
    const { site, space, worker, other } = visited;
    await submitOffline(visited, 1);
    await space.script({ status: 403 });
    await setWorkerOffline(worker, false);
    await waitUntil(() => site.heard.length === 2);
    await space.script();
    await waitUntil(async () => (await readEntries(other)).length === 0);
    expect(new Set(site.heard)).toEqual(new Set(['heed:default']));
  });

  it('is asked for by a page that cannot send what an earlier visit left', async () => {
    const { site, space, page, other } = await visit();
    await space.script({ status: 404 });
    const id = randomUUID();
    await writeEntries(other, [[id, { v: 1, body: '{}', at: Date.now(), tries: 0 }]]);
    await page.reload();
    await waitUntil(() => site.heard.length > 0);
    await page.close();
    await space.script();
    await waitUntil(async () => (await readEntries(other)).length === 0);
    expect(await space.heldKeys()).toEqual(new Set([id]));
  });

  it('leaves the endpoint alone as long as it asks for a pause', async () => {
    const { site, space, page, other } = await visit();
    await space.script({ status: 503, headers: { 'retry-after': '3600' }, times: 1 });
    await page.evaluate(() => background.submit(1));
    await waitUntil(() => site.heard.length >= 2);
    await page.close();
    await waitUntil(async () => (await other.evaluate(listTags)).length === 0);
    expect(await space.log()).toHaveLength(1);
    expect(await readEntries(other)).toMatchObject([
      [expect.any(String), { state: 'retrying', reason: '503' }],
    ]);
  });

  it('leaves a parked record alone, and asks for no other attempt', async () => {
    const { site, space, page, other } = await visit();
    await space.script({ status: 400, times: 1 });
    await page.evaluate(() => background.submit(1));
    await waitUntil(() => site.heard.length > 0);
    await waitUntil(async () => (await other.evaluate(listTags)).length === 0);
    expect(site.heard).toEqual(['heed:default']);
    expect(await space.log()).toHaveLength(1);
    expect(await readEntries(other)).toMatchObject([[expect.any(String), { state: 'parked' }]]);
  });

  it('sends again what a worker was sending when it was killed', async () => {
    const visited = await visit();
    const { space, worker, other } = visited;
    const records = await submitOffline(visited, 1);
    await space.script(NOT_THE_PAGE, { hang: true, times: 1 });
    await setWorkerOffline(worker, false);
    await waitUntil(async () => (await logOfWorker(space)).length === 1);
    await killWorker(worker, other);
    await waitUntil(async () => (await readEntries(other)).length === 0);
    const log = await logOfWorker(space);
    expect(log.map(({ status }) => status)).toEqual([null, 201]);
    expect(new Set(listReceivedCopies(log))).toEqual(new Set(listExpectedCopies(records)));
  });

  it('takes turns with the tabs, so that each record is posted once', async () => {
    const { site, space, page, other } = await visit();
    await space.script({ delayMs: 10 });
    await other.goto(page.url());
    const batches = await Promise.all([page, other].map((tab) => tab.evaluate(() => background.submit(20))));
    await waitUntil(async () => (await readEntries(page)).length === 0);
    expect(site.heard).toContain('heed:default');
    const sent = listReceivedCopies(await space.log());
    expect(sent).toHaveLength(40);
    expect(new Set(sent)).toEqual(new Set(listExpectedCopies(batches.flat())));
  });

  it('does not spin against an endpoint that keeps failing, though the page stays open', async () => {
    const { site, space, page } = await visit();
    // Long enough for the page to hear of the failure while the sync still fires.
    site.listenerMs = 200;
    await space.script({ status: 404 });
    await page.evaluate(() => background.submit(1));
    await waitUntil(() => site.heard.length > 0);
    // The browser gives up after three attempts; a sync that is asked for while it fires begins anew, at once.
    await waitUntil(async () => (await page.evaluate(listTags)).length === 0);
    expect(site.heard).toHaveLength(3);
    expect(await logOfWorker(space)).toHaveLength(3);
  });
});

describe('two projects', () => {
  it('have a sync each, which sends to the endpoint of its own', async () => {
    const visited = await visit();
    const { site, space, worker, other } = visited;
    const records = await submitOffline(visited, 2, 'shop');
    await setWorkerOffline(worker, false);
    await waitUntil(async () => (await readEntries(other, 'shop')).length === 0);
    const log = await logOfWorker(space);
    expect(listReceivedCopies(log)).toEqual(listExpectedCopies(records));
    expect(log.every(({ path }) => path.endsWith('/feedback/shop'))).toBe(true);
    expect(new Set(site.heard)).toEqual(new Set(['heed:shop']));
  });
});

describe("the site's own worker", () => {
  it('still answers requests', async () => {
    const { page } = await visit();
    expect(await page.evaluate(async () => (await fetch('/own')).text())).toBe('from the worker');
  });

  it('still hears its own syncs, at which nothing of Heed is sent', async () => {
    const { site, space, page } = await visit();
    await space.script({ status: 404 });
    await page.evaluate(() => background.submit(1));
    await waitUntil(() => site.heard.length > 0);
    await waitUntil(async () => (await page.evaluate(listTags)).length === 0);
    await page.evaluate(async () => (await background.ready)?.sync?.register('own'));
    await waitUntil(() => site.heard.includes('own'));
    await waitUntil(async () => (await page.evaluate(listTags)).length === 0);
    const syncs = site.heard.filter((tag) => tag !== 'own');
    expect(await logOfWorker(space)).toHaveLength(syncs.length);
  });
});
