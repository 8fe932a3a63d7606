/** What a visitor does with the page of a client. */
import type { Browser, Page } from 'puppeteer-core';
import type { Run } from '../site/site.ts';
import { until } from '../../shared/until.ts';

/** Opens the page; its client is not started. */
export async function openPage(browser: Browser, { url }: Run): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction(() => globalThis.adapter !== undefined);
  return page;
}

export async function visit(browser: Browser, run: Run): Promise<Page> {
  const page = await openPage(browser, run);
  await startClient(page);
  return page;
}

/** @returns when it was called, in milliseconds since 1970, and parts of them */
export function startClient(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const calledAt = performance.timeOrigin + performance.now();
    await adapter.start();
    return calledAt;
  });
}

/** Hands over so many items, numbered from `first`, without waiting in between. */
export function submitItems(page: Page, count: number, first = 0): Promise<void> {
  const texts = Array.from({ length: count }, (_, index) => makeText(first + index));
  return page.evaluate(async (texts) => void (await Promise.all(texts.map(adapter.submit))), texts);
}

/** An answer of ordinary length that can be found again in whatever a client makes of it. */
export function makeText(index: number): string {
  return `item-${String(index).padStart(6, '0')} ${'The delivery came two days late. '.repeat(6)}`;
}

/**
 * Waits, for so long at most, until all items have arrived and the client has taken note: one that is closed between
 * the two sends the last again.
 *
 * @returns did they?
 */
export function untilDone(page: Page, { receiver }: Run, items: number, limitMs: number): Promise<boolean> {
  const isEmpty = async (): Promise<boolean> => (await page.evaluate(() => adapter.waiting())).length === 0;
  return until(async () => receiver.copies.size === items && (await isEmpty()), limitMs);
}

/** The items on the device, looked at with no client running. */
export async function listWaiting(browser: Browser, run: Run): Promise<Set<string>> {
  const page = await openPage(browser, run);
  const waiting = await page.evaluate(() => adapter.waiting());
  await page.close();
  return new Set(waiting);
}
