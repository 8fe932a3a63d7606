import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchTemporaryBrowser, openUserSession } from '../shared/browsers/user-session.ts';
import { startDemo, type Demo } from './demo.ts';
import { openView, openDemo, type Language, type Tag, type View } from './demo-actions.ts';

const VIEWS: [View, Tag][] = [
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
    [demo, browser] = await Promise.all([startDemo(dataDir, 0), launchTemporaryBrowser('chromium')]);
    const { page, close } = await openUserSession(browser);
    await openDemo(page, demo.url, 'en');
    await page.locator('.empty button').click();
    await page.waitForFunction(() => document.querySelectorAll('.latest li').length === 20);
    await close();
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
    rmSync(dataDir, { recursive: true });
  });

  test.each(['light', 'dark'])('has no axe violations in %s', async (theme) => {
    const { page, close } = await openUserSession(browser);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await openDemo(page, demo.url, 'en');
    await page.waitForSelector('.latest li');
    for (const [view, tag] of VIEWS) {
      await openView(page, view, tag);
      expect(await findViolations(page)).toEqual([]);
    }
    await close();
  });

  test.each(LANGUAGES)('fits 320 pixels without horizontal scrolling in %s', async (language) => {
    const { page, close } = await openUserSession(browser);
    await page.setViewport(PHONE);
    await openDemo(page, demo.url, language);
    await page.locator('#network').click();
    for (const [view, tag] of VIEWS) {
      await openView(page, view, tag);
      expect(await findOverflow(page)).toBe(0);
    }
    await page.locator('[data-pane-button=dashboard]').click();
    await page.waitForSelector('.latest li');
    expect(await findOverflow(page)).toBe(0);
    await close();
  });

  test('removes the token from the URL, and asks for a missing token', async () => {
    const { page, close } = await openUserSession(browser);
    await page.goto(demo.origin);
    await page.locator('.locked input').fill('not the token');
    await page.locator('.locked button').click();
    await page.waitForSelector('.locked .error:not(:empty)');
    await page.locator('.locked input').fill(demo.token);
    await page.locator('.locked button').click();
    await page.waitForSelector('.latest li');
    await page.goto(demo.url);
    await page.waitForSelector('.latest li');
    expect(page.url()).toBe(`${demo.origin}/`);
    await close();
  });
});

/** Returns each violation as one line. Evaluates axe, because the page's policy blocks other scripts. */
async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}

/** Returns by how many pixels the page is wider than its window. */
function findOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
