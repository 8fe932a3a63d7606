/**
 * `pnpm run screenshots`: starts the built demo with sample answers, drives it in Chromium and writes the pictures
 * of `shots.ts` into `.screenshots/`. Arguments name the ones to take, by the beginning of their names.
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
const wanted = process.argv.slice(2);

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
  return wanted.length === 0 || wanted.some((beginning) => name.startsWith(beginning));
}

/** The address with its token, as the server prints it. */
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
  if (shot.asked) await placeOrder(page);
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
  if (pane === 'team') await page.locator('[data-pane-button=team]').click();
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
  await page.waitForSelector('.rows .retrying');
}
