/** Takes screenshots of whole pages, with the same interface for each engine. */
import { requireTool } from '@heed/tooling/browsers';
import { startWebKit } from '@heed/tooling/webkit';
import { launch } from 'puppeteer-core';

export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;

export interface Camera {
  /** Waits until the page is ready. Returns a PNG. */
  take(url: string, width: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

const HEIGHT = 900;
const IS_READY = "document.documentElement.dataset.ready === ''";

export function openCamera(engine: (typeof ENGINES)[number]): Promise<Camera> {
  return engine === 'webkit' ? openWebKit() : openPuppeteer(engine);
}

async function openPuppeteer(engine: 'chromium' | 'firefox'): Promise<Camera> {
  const browser = await launch({
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    executablePath: requireTool(engine),
    args: engine === 'firefox' ? [] : ['--no-sandbox'],
    extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
  });
  const page = await browser.newPage();
  return {
    async take(url, width) {
      await page.setViewport({ width, height: HEIGHT });
      await page.goto(url);
      await page.waitForFunction(IS_READY);
      return page.screenshot({ fullPage: true });
    },
    close: () => browser.close(),
  };
}

/** The driver cannot capture a whole page, so the window gets the height of the page, up to the height of the screen. */
async function openWebKit(): Promise<Camera> {
  const { session, stop } = await startWebKit();
  return {
    async take(url, width) {
      await session.post('/window/rect', { width, height: HEIGHT });
      await session.post('/url', { url });
      while (!(await session.evaluate(`return ${IS_READY};`))) await new Promise((go) => setTimeout(go, 50));
      const height = await session.evaluate<number>('return document.documentElement.scrollHeight;');
      await session.post('/window/rect', { width, height });
      return Buffer.from(await session.get<string>('/screenshot'), 'base64');
    },
    close: stop,
  };
}
