/** Chromium and Firefox, driven by Puppeteer. */
import pLimit from 'p-limit';
import type { CDPSession, Page } from 'puppeteer-core';
import { killBrowser, launchBrowser } from '../../shared/browsers/launch.ts';
import type { PuppeteerEngine } from '../../shared/browsers/engines.ts';
import type { Browser, Tab } from './browser.ts';

export async function launchPuppeteer(engine: PuppeteerEngine, profile: string): Promise<Browser> {
  const browser = await launchBrowser(engine, profile);
  // If Firefox opens a tab while another is closing, it may not find the new one.
  const oneByOne = pLimit(1);
  return {
    async openTab() {
      const page = await oneByOne(() => browser.newPage());
      return { ...toTab(page, engine), close: () => oneByOne(() => page.close()) };
    },
    close: () => browser.close(),
    kill: () => killBrowser(browser),
  };
}

function toTab(page: Page, engine: PuppeteerEngine): Omit<Tab, 'close'> {
  const tab: Omit<Tab, 'close'> = {
    goto: async (url) => void (await page.goto(url)),
    call: (name, ...args) =>
      page.evaluate((name, args) => (faultPage[name] as (...args: unknown[]) => never)(...args), name, args),
    // Not goBack(), which waits for a load. The call is rejected if the page unloads first.
    back: () => page.evaluate(() => history.back()).catch(() => {}),
    setOffline: (isOffline) => page.setOfflineMode(isOffline),
  };
  return engine === 'firefox' ? tab : { ...tab, ...toChromiumTab(page) };
}

/** Features that only the Chrome DevTools Protocol provides. */
function toChromiumTab(page: Page): Partial<Tab> {
  const origin = (): string => new URL(page.url()).origin;
  const runInSession = async (act: (session: CDPSession) => Promise<unknown>): Promise<void> => {
    const session = await page.createCDPSession();
    await act(session);
    await session.detach();
  };
  return {
    setFrozen: (isFrozen) =>
      runInSession((session) =>
        session.send('Page.setWebLifecycleState', { state: isFrozen ? 'frozen' : 'active' }),
      ),
    clearSiteData: () =>
      runInSession((session) =>
        session.send('Storage.clearDataForOrigin', { origin: origin(), storageTypes: 'all' }),
      ),
    async setQuota(quotaSize) {
      // The quota applies until the session ends.
      const session = await page.createCDPSession();
      await session.send('Storage.overrideQuotaForOrigin', { origin: origin(), quotaSize });
    },
    async crash() {
      const crashed = new Promise((resolve) => page.once('error', resolve));
      const session = await page.createCDPSession();
      // Never resolves, because the process that would reply has crashed.
      void session.send('Page.crash').catch(() => {});
      await crashed;
    },
  };
}
