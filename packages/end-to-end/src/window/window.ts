/** One window of each engine, as far as these tests need one. */
import { startWebKit } from '@heed/settings/webkit';
import { launchBrowser, makeProfile } from '../delivery/browser.ts';

export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;

export interface Window {
  open(url: string): Promise<void>;
  /** Runs the body of a function in the page and gives what it returns. */
  run<Result>(script: string): Promise<Result>;
  close(): Promise<void>;
}

/** @param hasScripts false: those of the page do not run, which only Chromium can do */
export async function openWindow(engine: (typeof ENGINES)[number], hasScripts = true): Promise<Window> {
  if (engine === 'webkit') return openWebKit();
  const profile = makeProfile();
  const browser = await launchBrowser(engine, profile.path);
  const page = await browser.newPage();
  if (!hasScripts) await page.setJavaScriptEnabled(false);
  return {
    open: async (url) => void (await page.goto(url)),
    run: (script) => page.evaluate(`(async () => { ${script} })()`) as never,
    async close() {
      await browser.close();
      profile.remove();
    },
  };
}

async function openWebKit(): Promise<Window> {
  const { session, stop } = await startWebKit();
  return {
    open: async (url) => void (await session.post('/url', { url })),
    run: (script) => session.evaluate(script),
    close: stop,
  };
}
