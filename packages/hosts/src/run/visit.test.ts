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

/** Opens a page with both elements, drawn by stand-ins, and the script of an application. */
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

test('elements that an application keeps are hydrated', async () => {
  await hydrate('');
}, 60_000);

test('elements that an application replaces are not hydrated', async () => {
  const replace = `document.querySelector('heed-nps').replaceWith(document.createElement('heed-nps'));`;
  await expect(hydrate(replace)).rejects.toThrow('Elements of the server were replaced.');
}, 60_000);

test('a warning in the console fails the visit', async () => {
  await expect(hydrate(`console.warn('Hydration mismatch');`)).rejects.toThrow('The console is not empty.');
}, 60_000);

test('an uncaught error fails the visit', async () => {
  const fail = `queueMicrotask(() => { throw new Error('mismatch'); });`;
  await expect(hydrate(fail)).rejects.toThrow('The console is not empty.');
}, 60_000);
