/** Visits the page of a client like a user. */
import type { Browser, Page } from 'puppeteer-core';
import type { Run } from '../site/site.ts';
import { until } from '../../shared/until.ts';

/** Opens the page without starting its client. */
export async function openPage(browser: Browser, { url }: Run): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction(() => globalThis.adapter !== undefined);
  return page;
}

/** Opens the page and starts its client. */
export async function visit(browser: Browser, run: Run): Promise<Page> {
  const page = await openPage(browser, run);
  await startClient(page);
  return page;
}

/** Starts the client. Returns the time of the call in milliseconds since 1970, with decimals. */
export function startClient(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const calledAt = performance.timeOrigin + performance.now();
    await adapter.start();
    return calledAt;
  });
}

/** Submits items, numbered from `first`, without waiting between them. */
export function submitItems(page: Page, count: number, first = 0): Promise<void> {
  const texts = Array.from({ length: count }, (_, index) => makeText(first + index));
  return page.evaluate(async (texts) => void (await Promise.all(texts.map(adapter.submit))), texts);
}

/** Returns an answer of typical length that contains the name of its item. */
export function makeText(index: number): string {
  return `item-${String(index).padStart(6, '0')} ${'The delivery came two days late. '.repeat(6)}`;
}

/**
 * Waits until all items have arrived and the client has recorded it. A client that is closed earlier sends the last item
 * again. Returns whether it happened within the limit.
 */
export function waitUntilDone(
  page: Page,
  { receiver }: Run,
  items: number,
  limitMs: number,
): Promise<boolean> {
  const isEmpty = async (): Promise<boolean> =>
    (await page.evaluate(() => adapter.listWaiting())).length === 0;
  return until(async () => receiver.copies.size === items && (await isEmpty()), limitMs);
}

/** Returns the items on the device, without starting the client. */
export async function listWaiting(browser: Browser, run: Run): Promise<Set<string>> {
  const page = await openPage(browser, run);
  const waiting = await page.evaluate(() => adapter.listWaiting());
  await page.close();
  return new Set(waiting);
}
