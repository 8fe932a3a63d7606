import type { Browser } from 'puppeteer-core';
import { inBrowser } from '../../shared/launch.ts';
import { goOffline } from '../browser/network.ts';
import { listWaiting, openPage, startClient, submitItems, visit } from '../browser/visit.ts';
import type { ClientUnderTest } from '../clients.ts';
import type { Run, Site } from '../site/site.ts';
import { until } from '../../shared/until.ts';
import { traceTasks } from './tasks.ts';

export interface Drain {
  /** How many of the items the device held when the page was opened. */
  waiting: number;
  /** Items that arrived, a second, from the start of the client until the last or the end of the time. */
  perSecond: number;
  /** From the start of the client until the first item arrived, in milliseconds. */
  firstMs: number;
  /** Of the page's main thread meanwhile, in milliseconds. */
  tasks: number[];
}

/** How much waits, how often that is repeated, and for how long at most. */
export interface Load {
  count: number;
  rounds: number;
  limitMs: number;
}

/** Opens a page whose client has items waiting from an earlier visit. @returns the round of the median speed */
export function measureDrain(site: Site, client: ClientUnderTest, load: Load): Promise<Drain> {
  const { count, rounds } = load;
  return inBrowser('chromium', async (browser) => {
    const drains: Drain[] = [];
    for (let round = 0; round < rounds; round++)
      drains.push(await drainOnce(browser, site.startRun(client, `drain-${count}-${round}`), load));
    const sorted = drains.toSorted((a, b) => a.perSecond - b.perSecond);
    return sorted[rounds >> 1] as Drain;
  });
}

async function drainOnce(browser: Browser, run: Run, { count, limitMs }: Load): Promise<Drain> {
  const goOnline = await fillDevice(browser, run, count);
  const waiting = (await listWaiting(browser, run)).size;
  if (waiting === 0) return { waiting, perSecond: 0, firstMs: Infinity, tasks: [] };
  const page = await openPage(browser, run);
  let startedAt = 0;
  const tasks = await traceTasks(page, async () => {
    startedAt = await startClient(page);
    await goOnline();
    await until(() => run.receiver.copies.size >= count, limitMs);
  });
  await page.close();
  const { arrivals, copies } = run.receiver;
  const seconds = ((arrivals.at(-1)?.at ?? Infinity) - startedAt) / 1000;
  const firstMs = (arrivals[0]?.at ?? Infinity) - startedAt;
  return { waiting, perSecond: copies.size / seconds, firstMs, tasks };
}

/** Submits offline, leaves, and returns what brings the network back: a service worker may send before a page does. */
async function fillDevice(browser: Browser, run: Run, count: number): Promise<() => Promise<void>> {
  const page = await visit(browser, run);
  run.receiver.fault = 'refuse';
  const goOnline = await goOffline(browser, run, [page]);
  const canMultiply = await page.evaluate(() => adapter.multiply !== undefined);
  await submitItems(page, canMultiply ? 1 : count);
  if (canMultiply) {
    await page.waitForFunction(async () => (await adapter.waiting()).length === 1);
    await page.evaluate((count) => adapter.multiply?.(count), count);
  }
  await page.close();
  run.receiver.fault = 'none';
  return goOnline;
}
