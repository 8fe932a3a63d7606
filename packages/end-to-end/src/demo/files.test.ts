import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResponseList } from '@heed/receiver';
import type { Browser, ElementHandle } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUPPETEER_ENGINES } from '../shared/browsers/engines.ts';
import { launchTemporaryBrowser, openUserSession } from '../shared/browsers/user-session.ts';
import { startDemo, type Demo } from './demo.ts';
import { openView, waitForOutcome, submitComplaint, openDemo, fillComplaint } from './demo-actions.ts';

const NAME = 'Schaden "ä" 谢谢.bin';

describe.each(PUPPETEER_ENGINES)('a complaint with a file in %s', (engine) => {
  const folder = mkdtempSync(join(tmpdir(), `heed-e2e-files-${engine}-`));
  let demo: Demo;
  let browser: Browser;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(join(folder, 'data'), 0), launchTemporaryBrowser(engine)]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
    rmSync(folder, { recursive: true });
  });

  test('is stored offline, delivered byte for byte, and shown with its size', async () => {
    const bytes = randomBytes(1_234_567);
    const path = join(folder, NAME);
    writeFileSync(path, bytes);
    const { page, problems, close } = await openUserSession(browser);
    await openDemo(page, demo.url, 'en');
    await openView(page, 'help', 'heed-complaint');
    const field = await page.waitForSelector('heed-complaint >>> heed-attachment >>> input[type=file]');
    await fillComplaint(page);
    await (field as ElementHandle<HTMLInputElement>).uploadFile(path);
    await page.waitForSelector('heed-complaint >>> heed-attachment >>> [part~=file]');
    await page.setOfflineMode(true);
    await submitComplaint(page);
    await waitForOutcome(page, 'heed-complaint', 'stored');
    await page.setOfflineMode(false);
    await waitForOutcome(page, 'heed-complaint', 'sent');

    const { responses } = (await (await read('/responses')).json()) as ResponseList;
    expect(responses).toHaveLength(1);
    const [file] = responses[0]?.files ?? [];
    expect(file).toMatchObject({
      name: NAME.replaceAll('"', '_'),
      size: bytes.length,
      answer: 'attachments',
    });
    const received = Buffer.from(await (await read(file?.path ?? '')).arrayBuffer());
    expect(received.equals(bytes)).toBe(true);
    const shown = await page.waitForSelector('.latest .files button');
    expect(await shown?.evaluate((button) => button.textContent?.replace(/\s+/g, ' ').trim())).toBe(
      `${file?.name} 1.2 MB`,
    );
    expect(problems).toEqual([]);
    await close();
  });

  function read(path: string): Promise<Response> {
    const headers = { authorization: `Bearer ${demo.token}` };
    return fetch(`${demo.origin}/feedback${path}`, { headers });
  }
});
