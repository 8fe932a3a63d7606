/** Additional commands for tests. `../commands.ts` calls them from the page. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { BrowserLauncher, TestRunnerPlugin } from '@web/test-runner';
import type { CDPSession, Page } from 'puppeteer-core';

type PuppeteerBrowser = BrowserLauncher & { getPage(sessionId: string): Page };

function getPage(browser: BrowserLauncher, sessionId: string): Page {
  return (browser as PuppeteerBrowser).getPage(sessionId);
}

/** Sets media features such as `forced-colors`. Returns whether the browser supports it, which only Chromium does. */
export function mediaFeaturesPlugin(): TestRunnerPlugin<Record<string, string>> {
  const emulations = new WeakMap<Page, CDPSession>();
  return {
    name: 'media-features',
    async executeCommand({ command, payload = {}, session }) {
      if (command !== 'media-features') return undefined;
      if (session.browser.name !== 'Chromium') return false;
      const page = getPage(session.browser, session.id);
      const emulation = emulations.get(page) ?? (await openEmulation(page));
      emulations.set(page, emulation);
      const { media = '', ...rest } = payload;
      const features = Object.entries(rest).map(([name, value]) => ({ name, value }));
      await emulation.send('Emulation.setEmulatedMedia', { media, features });
      return true;
    },
  };

  /** The emulation ends with this session, which is closed when the page navigates to the next test file. */
  async function openEmulation(page: Page): Promise<CDPSession> {
    const emulation = await page.createCDPSession();
    page.once('framenavigated', () => {
      emulations.delete(page);
      void emulation.detach();
    });
    return emulation;
  }
}

/** Saves a screenshot of the viewport as `<folder>/<name>.<browser>.png`. Returns the path. */
export function screenshotPlugin(folder: string): TestRunnerPlugin<{ name: string }> {
  return {
    name: 'screenshot',
    async executeCommand({ command, payload, session }) {
      if (command !== 'screenshot' || !payload) return undefined;
      const file = join(folder, `${payload.name}.${session.browser.name.toLowerCase()}.png`);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, await getPage(session.browser, session.id).screenshot());
      return relative(process.cwd(), file);
    },
  };
}
