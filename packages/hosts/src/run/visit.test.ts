import { requireTool } from '@heed/tooling/browsers';
import { launch, type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSite } from './site.ts';
import { openVisit } from './visit.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launch({ executablePath: requireTool('chromium'), args: ['--no-sandbox'] });
}, 60_000);

afterAll(() => browser.close());

/** Opens a page with fake versions of both elements and the script of an application. */
async function hydrate(script: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'heed-visit-'));
  const tags = ['heed-nps', 'heed-csat'].map((tag) => `<${tag}></${tag}>`).join('');
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><body>${tags}<script type="module">${script}
      for (const element of document.querySelectorAll('heed-nps, heed-csat')) {
        const label = document.createElement('label');
        label.append('a label');
        element.attachShadow({ mode: 'open' }).append(label);
      }
    </script></body>`,
  );
  const site = await startSite({ folder });
  const visit = await openVisit(browser, site);
  try {
    await visit.open('/');
    await visit.checkHydration();
  } finally {
    await visit.close();
    await site.close();
  }
}

test('accepts elements that the application keeps', async () => {
  await hydrate('');
}, 60_000);

test('rejects elements that the application replaces', async () => {
  const replace = `document.querySelector('heed-nps').replaceWith(document.createElement('heed-nps'));`;
  await expect(hydrate(replace)).rejects.toThrow('The application has replaced server-rendered elements.');
}, 60_000);

test('rejects a warning in the console', async () => {
  await expect(hydrate(`console.warn('Hydration mismatch');`)).rejects.toThrow('The console is not empty.');
}, 60_000);

test('rejects an uncaught error', async () => {
  const fail = `queueMicrotask(() => { throw new Error('mismatch'); });`;
  await expect(hydrate(fail)).rejects.toThrow('The console is not empty.');
}, 60_000);
