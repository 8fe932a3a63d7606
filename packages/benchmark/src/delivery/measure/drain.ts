import type { Browser } from 'puppeteer-core';
import { inBrowser } from '../../shared/launch.ts';
import { goOffline } from '../browser/network.ts';
import { listWaiting, openPage, startClient, submitItems, visit } from '../browser/visit.ts';
import type { ClientUnderTest } from '../clients.ts';
import type { Run, Site } from '../site/site.ts';
import { until } from '../../shared/until.ts';
import { traceTasks } from './tasks.ts';

export interface Drain {
  /** The number of items on the device when the page was opened. */
  waiting: number;
  /** Items per second, from the start of the client until the last item or the time limit. */
  perSecond: number;
  /** The time from the start of the client until the first item arrived. */
  firstMs: number;
  /** The durations of the tasks on the main thread of the page, in milliseconds. */
  tasks: number[];
}

/** The number of waiting items, the number of rounds, and the time limit of a round. */
export interface Load {
  count: number;
  rounds: number;
  limitMs: number;
}

/** Opens a page whose client has items from an earlier visit. Returns the round with the median speed. */
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

/** Submits items offline and closes the page. Returns a function that takes pages and service workers online. */
async function fillDevice(browser: Browser, run: Run, count: number): Promise<() => Promise<void>> {
  const page = await visit(browser, run);
  run.receiver.fault = 'refuse';
  const goOnline = await goOffline(browser, run, [page]);
  const canMultiply = await page.evaluate(() => adapter.multiply !== undefined);
  await submitItems(page, canMultiply ? 1 : count);
  if (canMultiply) {
    await page.waitForFunction(async () => (await adapter.listWaiting()).length === 1);
    await page.evaluate((count) => adapter.multiply?.(count), count);
  }
  await page.close();
  run.receiver.fault = 'none';
  return goOnline;
}
