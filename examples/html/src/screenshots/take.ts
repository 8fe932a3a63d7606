/**
 * `pnpm run screenshots [prefix …]`: starts the built demo with sample responses in Chromium, and writes the screenshots
 * of `shots.ts` to `.screenshots/`. Takes only screenshots whose name starts with one of the prefixes, if any.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireTool } from '@heed/tooling/browsers';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { SHOTS, type Shot } from './shots.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = join(ROOT, '.screenshots');
const prefixes = process.argv.slice(2);

const dataDir = mkdtempSync(join(tmpdir(), 'heed-screenshots-'));
const server = spawn(process.execPath, ['src/server/start.ts'], {
  cwd: ROOT,
  env: { ...process.env, PORT: '0', HEED_DATA: dataDir },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const browser = await launch({ executablePath: requireTool('chromium'), args: ['--no-sandbox'] });
try {
  const address = await readAddress();
  mkdirSync(FOLDER, { recursive: true });
  await addSamples(address);
  for (const shot of SHOTS.filter(isWanted)) await take(shot, address);
} finally {
  await browser.close();
  server.kill();
  await once(server, 'exit');
  rmSync(dataDir, { recursive: true });
}

function isWanted({ name }: Shot): boolean {
  return prefixes.length === 0 || prefixes.some((prefix) => name.startsWith(prefix));
}

/** Returns the URL with the token that the server prints. */
async function readAddress(): Promise<string> {
  let text = '';
  for (;;) {
    const [chunk] = await Promise.race([once(server.stdout, 'data'), once(server, 'exit')]);
    if (!(chunk instanceof Buffer)) throw new Error('The demo did not start');
    text += chunk.toString();
    const address = /http:\S+/.exec(text)?.[0];
    if (address) return address;
  }
}

async function addSamples(address: string): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(address);
  await page.locator('.empty button').click();
  await page.locator('.empty').setVisibility('hidden').wait();
  await page.waitForFunction('document.querySelectorAll(".latest li").length === 20');
  await page.close();
}

async function take(shot: Shot, address: string): Promise<void> {
  const context = await browser.createBrowserContext();
  const page = await openPage(context, shot, address);
  if (shot.offline) await answerOffline(page);
  if (shot.hasPrompt) await placeOrder(page);
  if (shot.toEnd)
    await page.$eval('.view:not([hidden]) > :last-child', (element) =>
      element.scrollIntoView({ block: 'end' }),
    );
  await page.screenshot({ path: join(FOLDER, `${shot.name}.png`) as `${string}.png` });
  await context.close();
}

async function openPage(
  context: Awaited<ReturnType<Browser['createBrowserContext']>>,
  { width, height, theme, language, view, pane = 'shop' }: Shot,
  address: string,
): Promise<Page> {
  const page = await context.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: 2 });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.evaluateOnNewDocument((tag) => localStorage.setItem('northwind-language', tag), language);
  await page.goto(address);
  await page.waitForSelector('.latest li');
  await page.evaluate((id) => (location.hash = id), view);
  const ready = view === 'shop' ? 'button' : ':is(heed-nps, heed-csat, heed-complaint):defined';
  await page.waitForSelector(`#${view}:not([hidden]) ${ready}`);
  if (pane === 'dashboard') await page.locator('[data-pane-button=dashboard]').click();
  return page;
}

async function placeOrder(page: Page): Promise<void> {
  await page.locator('#place-order').click();
  await page.waitForSelector('#ask-after-order[open]');
}

async function answerOffline(page: Page): Promise<void> {
  await page.locator('#network').click();
  await page.locator('heed-nps >>> input[value="9"]').click();
  await page.locator('heed-nps >>> button').click();
  await page.waitForSelector('.entries .retrying');
}
