import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openVisitor } from './browser.ts';
import { startDemo, type Demo } from './demo.ts';
import { open, visit, type Language, type Tag, type View } from './shopper.ts';

const MOMENTS: [View, Tag][] = [
  ['order', 'heed-nps'],
  ['delivery', 'heed-csat'],
  ['help', 'heed-complaint'],
];
const LANGUAGES: Language[] = ['en', 'de', 'zh-Hans', 'zh-Hant', 'ar'];
const PHONE = { width: 320, height: 640 };

describe('the page of the demo', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'heed-e2e-page-'));
  let demo: Demo;
  let browser: Browser;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(dataDir, 0), launchBrowser('chromium')]);
    const { page, leave } = await openVisitor(browser);
    await visit(page, demo.address, 'en');
    await page.locator('.empty button').click();
    await page.waitForFunction(() => document.querySelectorAll('.latest li').length === 20);
    await leave();
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
    rmSync(dataDir, { recursive: true });
  });

  test.each(['light', 'dark'])('has nothing that axe objects to in %s', async (theme) => {
    const { page, leave } = await openVisitor(browser);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await visit(page, demo.address, 'en');
    await page.waitForSelector('.latest li');
    for (const [view, tag] of MOMENTS) {
      await open(page, view, tag);
      expect(await findViolations(page)).toEqual([]);
    }
    await leave();
  });

  test.each(LANGUAGES)('fits 320 pixels without sideways scroll in %s', async (language) => {
    const { page, leave } = await openVisitor(browser);
    await page.setViewport(PHONE);
    await visit(page, demo.address, language);
    await page.locator('#network').click();
    for (const [view, tag] of MOMENTS) {
      await open(page, view, tag);
      expect(await findOverflow(page)).toBe(0);
    }
    await page.locator('[data-pane-button=dashboard]').click();
    await page.waitForSelector('.latest li');
    expect(await findOverflow(page)).toBe(0);
    await leave();
  });

  test('takes the token out of the address, and asks for it where there is none', async () => {
    const { page, leave } = await openVisitor(browser);
    await page.goto(demo.origin);
    await page.locator('.locked input').fill('not the token');
    await page.locator('.locked button').click();
    await page.waitForSelector('.locked .error:not(:empty)');
    await page.locator('.locked input').fill(demo.token);
    await page.locator('.locked button').click();
    await page.waitForSelector('.latest li');
    await page.goto(demo.address);
    await page.waitForSelector('.latest li');
    expect(page.url()).toBe(`${demo.origin}/`);
    await leave();
  });
});

/** Each violation as one line. By evaluation, because the page's policy lets no other script in. */
async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}

/** How many pixels the page is wider than its window. */
function findOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
