import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isReference } from '@heed/core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { launchBrowser, openVisitor, type Engine, type Visitor } from './browser.ts';
import { startDemo, type Demo } from './demo.ts';
import { readFromFolder, readOverHttp, sorted, type Given } from './given.ts';
import {
  complainByKeys,
  open,
  rate,
  rateByKeys,
  readFields,
  seeOutcome,
  sendComplaint,
  visit,
  writeComplaint,
} from './shopper.ts';

const ENGINES: Engine[] = ['chromium', 'firefox'];
/** A machine with two cores runs two browsers and a database here. */
const LIMIT_MS = 20_000;

describe.each(ENGINES)('the demo in %s', (engine) => {
  const dataDir = mkdtempSync(join(tmpdir(), `heed-e2e-${engine}-`));
  const given: Given[] = [];
  let demo: Demo;
  let browser: Browser;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(dataDir, 0), launchBrowser(engine)]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
    rmSync(dataDir, { recursive: true });
  });

  test('stores what is answered with keys alone', async () => {
    const visitor = await openVisitor(browser);
    const { page } = visitor;
    await visit(page, demo.address, 'en');
    await open(page, 'order', 'heed-nps');
    given.push(await rateByKeys(page, 'heed-nps', 9));
    expect(await seeOutcome(page, 'heed-nps', 'sent')).toBe('Thank you');
    await open(page, 'delivery', 'heed-csat');
    given.push(await rateByKeys(page, 'heed-csat', 4));
    await seeOutcome(page, 'heed-csat', 'sent');
    await expectStored(visitor);
  });

  test('shows the team each answer and the scores as they arrive', async () => {
    const visitor = await openVisitor(browser);
    const { page } = visitor;
    await visit(page, demo.address, 'en');
    await open(page, 'order', 'heed-nps');
    given.push(await rate(page, 'heed-nps', 0));
    await page.waitForFunction(() => document.querySelector('.nps .basis')?.textContent?.includes('n = 2'));
    expect(await page.$eval('.nps .figure', (figure) => figure.textContent?.trim())).toMatch(/^0\b/);
    expect(await page.$eval('.latest li .value', (value) => value.textContent?.trim())).toBe('0/10');
    expect(await page.$eval('.latest li q', (quote) => quote.textContent)).toBe(
      given.at(-1)?.answers[1]?.value,
    );
    await expectStored(visitor);
  });

  test('keeps what is answered without a network over a failed reload, and delivers it', async () => {
    const visitor = await openVisitor(browser);
    const { page } = visitor;
    await visit(page, demo.address, 'de');
    await page.setOfflineMode(true);
    await answerAll(page, 'Auf diesem Gerät gespeichert');
    expect(await reloads(page)).toBe(false);
    await page.setOfflineMode(false);
    await page.goto(demo.origin);
    // Chromium loads the failed page again by itself, so a part may have been delivered by that one.
    await waitForWords(page, 'Nichts wartet auf den Versand');
    await expectStored(visitor);
  });

  test('takes a complaint in steps by keys alone without a network, and says by when once it is delivered', async () => {
    const visitor = await openVisitor(browser);
    const { page } = visitor;
    await visit(page, demo.address, 'en');
    await page.$eval('heed-complaint', (element) => element.setAttribute('wizard', ''));
    await open(page, 'help', 'heed-complaint');
    await page.setOfflineMode(true);
    given.push(await complainByKeys(page));
    await seeOutcome(page, 'heed-complaint', 'stored');
    const number = await page.$eval('heed-complaint >>> #number', (output) => output.textContent);
    expect(isReference(number ?? '')).toBe(true);
    expect(await readDue(page)).toBe('2 hours after we have received it');
    await page.setOfflineMode(false);
    await seeOutcome(page, 'heed-complaint', 'sent');
    expect(await readDue(page)).toMatch(/^by /);
    expect(await page.$eval('heed-complaint >>> #number', (output) => output.textContent)).toBe(number);
    await expectStored(visitor);
  });

  test('keeps what is answered with the network switched off over a reload, and delivers it', async () => {
    const visitor = await openVisitor(browser);
    const { page } = visitor;
    await visit(page, demo.address, 'zh-Hans');
    await page.locator('#network').click();
    await answerAll(page, '已保存在此设备上');
    await page.reload();
    await page.waitForSelector('#network[aria-checked=false]');
    await waitForRows(page, 'waiting', 3);
    await page.locator('#network').click();
    await waitForRows(page, 'delivered', 3);
    await expectStored(visitor);
  });

  test('keeps what is answered while the server is down, and delivers it', async () => {
    const visitor = await openVisitor(browser);
    const { page } = visitor;
    await visit(page, demo.address, 'ar');
    await demo.stop();
    await answerAll(page, 'تم الحفظ على هذا الجهاز');
    demo = await startDemo(dataDir, Number(new URL(demo.origin).port));
    await page.locator('.queue button').click();
    await waitForRows(page, 'delivered', 3);
    await expectStored(visitor);
  });

  test('keeps a half-written complaint over a reload', async () => {
    const visitor = await openVisitor(browser);
    const { page } = visitor;
    await visit(page, demo.address, 'zh-Hant');
    await open(page, 'help', 'heed-complaint');
    given.push(await writeComplaint(page));
    const before = await readFields(page);
    await page.reload();
    await page.waitForSelector('heed-complaint:defined >>> textarea');
    expect(await readFields(page)).toEqual(before);
    await sendComplaint(page);
    await seeOutcome(page, 'heed-complaint', 'sent');
    await expectStored(visitor);
  });

  test('holds in its database exactly the answers given', async () => {
    await demo.stop();
    const held = await readFromFolder(dataDir);
    expect(sorted(held)).toEqual(sorted(given));
  });

  async function answerAll(page: Page, saved: string): Promise<void> {
    await open(page, 'order', 'heed-nps');
    given.push(await rate(page, 'heed-nps', 10));
    expect(await seeOutcome(page, 'heed-nps', 'stored')).toBe(saved);
    await open(page, 'delivery', 'heed-csat');
    given.push(await rate(page, 'heed-csat', 2));
    await seeOutcome(page, 'heed-csat', 'stored');
    await open(page, 'help', 'heed-complaint');
    given.push(await writeComplaint(page));
    await sendComplaint(page);
    await seeOutcome(page, 'heed-complaint', 'stored');
    await waitForRows(page, 'waiting', 3);
  }

  /** Compared as sets: nothing is missing, nothing is there twice, every word is as it was typed. */
  async function expectStored({ problems, leave }: Visitor): Promise<void> {
    await vi.waitFor(
      async () => expect(sorted(await readOverHttp(demo.origin, demo.token))).toEqual(sorted(given)),
      LIMIT_MS,
    );
    expect(problems).toEqual([]);
    await leave();
  }
});

/** Chromium resolves with no response where Firefox rejects. */
async function reloads(page: Page): Promise<boolean> {
  return page.reload().then(
    (response) => response !== null,
    () => false,
  );
}

/** The first promise that the visitor of a complaint reads. */
function readDue(page: Page): Promise<string> {
  return page.$eval('heed-complaint >>> dd', (due) => due.textContent?.trim() ?? '');
}

/** Waits until the panel of the device says so. */
async function waitForWords(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (words) => document.querySelector('.device-state')?.textContent === words,
    { timeout: LIMIT_MS },
    words,
  );
}

/** Waits until the panel of the device shows so many answers that wait, or that were delivered in this visit. */
async function waitForRows(page: Page, state: 'waiting' | 'delivered', count: number): Promise<void> {
  const selector = state === 'waiting' ? '.entries li:not(.delivered)' : '.entries .delivered';
  await page.waitForFunction(
    (selector, count) => document.querySelectorAll(selector).length === count,
    { timeout: LIMIT_MS },
    selector,
    count,
  );
}
