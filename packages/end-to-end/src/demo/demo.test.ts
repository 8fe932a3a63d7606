import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isReference } from '@heed/core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { PUPPETEER_ENGINES } from '../shared/browsers/engines.ts';
import {
  launchTemporaryBrowser,
  openUserSession,
  type UserSession,
} from '../shared/browsers/user-session.ts';
import { startDemo, type Demo } from './demo.ts';
import { readStoredResponses, fetchResponses, sortResponses, type ComparableResponse } from './responses.ts';
import {
  submitComplaintWithKeyboard,
  openView,
  rateWithPointer,
  rateWithKeyboard,
  readFields,
  waitForOutcome,
  submitComplaint,
  openDemo,
  fillComplaint,
} from './demo-actions.ts';

/** Allows for a machine with two cores that runs a browser and a database. */
const LIMIT_MS = 20_000;

describe.each(PUPPETEER_ENGINES)('the demo in %s', (engine) => {
  const dataDir = mkdtempSync(join(tmpdir(), `heed-e2e-${engine}-`));
  const submitted: ComparableResponse[] = [];
  let demo: Demo;
  let browser: Browser;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(dataDir, 0), launchTemporaryBrowser(engine)]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
    rmSync(dataDir, { recursive: true });
  });

  test('stores responses given with the keyboard alone', async () => {
    const session = await openUserSession(browser);
    const { page } = session;
    await openDemo(page, demo.url, 'en');
    await openView(page, 'order', 'heed-nps');
    submitted.push(await rateWithKeyboard(page, 'heed-nps', 9));
    expect(await waitForOutcome(page, 'heed-nps', 'sent')).toBe('Thank you');
    await openView(page, 'delivery', 'heed-csat');
    submitted.push(await rateWithKeyboard(page, 'heed-csat', 4));
    await waitForOutcome(page, 'heed-csat', 'sent');
    await expectStored(session);
  });

  test('shows new responses and scores in the dashboard as they arrive', async () => {
    const session = await openUserSession(browser);
    const { page } = session;
    await openDemo(page, demo.url, 'en');
    await openView(page, 'order', 'heed-nps');
    submitted.push(await rateWithPointer(page, 'heed-nps', 0));
    await page.waitForFunction(() => document.querySelector('.nps .basis')?.textContent?.includes('n = 2'));
    expect(await page.$eval('.nps .figure', (figure) => figure.textContent?.trim())).toMatch(/^0\b/);
    expect(await page.$eval('.latest li .value', (value) => value.textContent?.trim())).toBe('0/10');
    expect(await page.$eval('.latest li q', (quote) => quote.textContent)).toBe(
      submitted.at(-1)?.answers[1]?.value,
    );
    await expectStored(session);
  });

  test('keeps responses given offline across a failed reload, and delivers them', async () => {
    const session = await openUserSession(browser);
    const { page } = session;
    await openDemo(page, demo.url, 'de');
    await page.setOfflineMode(true);
    await answerAll(page, 'Auf diesem Gerät gespeichert');
    expect(await tryReload(page)).toBe(false);
    await page.setOfflineMode(false);
    await page.goto(demo.origin);
    // Chromium automatically reloads a failed page, which may already have delivered some responses.
    await waitForDeviceState(page, 'Nichts wartet auf den Versand');
    await expectStored(session);
  });

  test('accepts a complaint in steps with the keyboard alone while offline, and shows the due date after delivery', async () => {
    const session = await openUserSession(browser);
    const { page } = session;
    await openDemo(page, demo.url, 'en');
    await page.$eval('heed-complaint', (element) => element.setAttribute('wizard', ''));
    await openView(page, 'help', 'heed-complaint');
    await page.setOfflineMode(true);
    submitted.push(await submitComplaintWithKeyboard(page));
    await waitForOutcome(page, 'heed-complaint', 'stored');
    const number = await page.$eval('heed-complaint >>> #number', (output) => output.textContent);
    expect(isReference(number ?? '')).toBe(true);
    expect(await readDue(page)).toBe('2 hours after we have received it');
    await page.setOfflineMode(false);
    await waitForOutcome(page, 'heed-complaint', 'sent');
    expect(await readDue(page)).toMatch(/^by /);
    expect(await page.$eval('heed-complaint >>> #number', (output) => output.textContent)).toBe(number);
    await expectStored(session);
  });

  test('keeps responses given with the network switched off across a reload, and delivers them', async () => {
    const session = await openUserSession(browser);
    const { page } = session;
    await openDemo(page, demo.url, 'zh-Hans');
    await page.locator('#network').click();
    await answerAll(page, '已保存在此设备上');
    await page.reload();
    await page.waitForSelector('#network[aria-checked=false]');
    await waitForRows(page, 'waiting', 3);
    await page.locator('#network').click();
    await waitForRows(page, 'delivered', 3);
    await expectStored(session);
  });

  test('keeps responses given while the server is down, and delivers them', async () => {
    const session = await openUserSession(browser);
    const { page } = session;
    await openDemo(page, demo.url, 'ar');
    await demo.stop();
    await answerAll(page, 'تم الحفظ على هذا الجهاز');
    demo = await startDemo(dataDir, Number(new URL(demo.origin).port));
    await page.locator('.queue button').click();
    await waitForRows(page, 'delivered', 3);
    await expectStored(session);
  });

  test('keeps an unfinished complaint across a reload', async () => {
    const session = await openUserSession(browser);
    const { page } = session;
    await openDemo(page, demo.url, 'zh-Hant');
    await openView(page, 'help', 'heed-complaint');
    submitted.push(await fillComplaint(page));
    const before = await readFields(page);
    await page.reload();
    await page.waitForSelector('heed-complaint:defined >>> textarea');
    expect(await readFields(page)).toEqual(before);
    await submitComplaint(page);
    await waitForOutcome(page, 'heed-complaint', 'sent');
    await expectStored(session);
  });

  test('stores exactly the submitted responses in the database', async () => {
    await demo.stop();
    const stored = await readStoredResponses(dataDir);
    expect(sortResponses(stored)).toEqual(sortResponses(submitted));
  });

  async function answerAll(page: Page, storedTitle: string): Promise<void> {
    await openView(page, 'order', 'heed-nps');
    submitted.push(await rateWithPointer(page, 'heed-nps', 10));
    expect(await waitForOutcome(page, 'heed-nps', 'stored')).toBe(storedTitle);
    await openView(page, 'delivery', 'heed-csat');
    submitted.push(await rateWithPointer(page, 'heed-csat', 2));
    await waitForOutcome(page, 'heed-csat', 'stored');
    await openView(page, 'help', 'heed-complaint');
    submitted.push(await fillComplaint(page));
    await submitComplaint(page);
    await waitForOutcome(page, 'heed-complaint', 'stored');
    await waitForRows(page, 'waiting', 3);
  }

  /** Asserts that the demo has stored every response exactly once and unchanged. */
  async function expectStored({ problems, close }: UserSession): Promise<void> {
    await vi.waitFor(
      async () =>
        expect(sortResponses(await fetchResponses(demo.origin, demo.token))).toEqual(
          sortResponses(submitted),
        ),
      LIMIT_MS,
    );
    expect(problems).toEqual([]);
    await close();
  }
});

/** Returns whether the reload succeeds. If it fails, Chromium resolves with `null` and Firefox rejects. */
async function tryReload(page: Page): Promise<boolean> {
  return page.reload().then(
    (response) => response !== null,
    () => false,
  );
}

/** Returns the due date of the first next step of a complaint. */
function readDue(page: Page): Promise<string> {
  return page.$eval('heed-complaint >>> dd', (due) => due.textContent?.trim() ?? '');
}

/** Waits until the device panel shows a text. */
async function waitForDeviceState(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (text) => document.querySelector('.device-state')?.textContent === text,
    { timeout: LIMIT_MS },
    text,
  );
}

/** Waits until the device panel shows a number of waiting responses, or of responses delivered in this session. */
async function waitForRows(page: Page, state: 'waiting' | 'delivered', count: number): Promise<void> {
  const selector = state === 'waiting' ? '.entries li:not(.delivered)' : '.entries .delivered';
  await page.waitForFunction(
    (selector, count) => document.querySelectorAll(selector).length === count,
    { timeout: LIMIT_MS },
    selector,
    count,
  );
}
