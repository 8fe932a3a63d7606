/** Chromium and Firefox by puppeteer. */
import pLimit from 'p-limit';
import type { CDPSession, Page } from 'puppeteer-core';
import { killBrowser, launchBrowser } from '../../delivery/browser.ts';
import type { Browser, Tab } from './engine.ts';

export async function launchPuppeteer(engine: 'chromium' | 'firefox', profile: string): Promise<Browser> {
  const browser = await launchBrowser(engine, profile);
  // Firefox may open a tab beside one that is just going, and then not know it.
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

function toTab(page: Page, engine: 'chromium' | 'firefox'): Omit<Tab, 'close'> {
  const tab: Omit<Tab, 'close'> = {
    goto: async (url) => void (await page.goto(url)),
    call: (name, ...args) =>
      page.evaluate((name, args) => (faults[name] as (...args: unknown[]) => never)(...args), name, args),
    // Not goBack(), which waits for the page to load. The call may end with the page that it is made in.
    back: () => page.evaluate(() => history.back()).catch(() => {}),
    setOffline: (isOffline) => page.setOfflineMode(isOffline),
  };
  return engine === 'firefox' ? tab : { ...tab, ...toChromiumTab(page) };
}

/** What only the protocol of Chromium can do. */
function toChromiumTab(page: Page): Partial<Tab> {
  const origin = (): string => new URL(page.url()).origin;
  const tell = async (act: (session: CDPSession) => Promise<unknown>): Promise<void> => {
    const session = await page.createCDPSession();
    await act(session);
    await session.detach();
  };
  return {
    setFrozen: (isFrozen) =>
      tell((session) => session.send('Page.setWebLifecycleState', { state: isFrozen ? 'frozen' : 'active' })),
    clearSiteData: () =>
      tell((session) =>
        session.send('Storage.clearDataForOrigin', { origin: origin(), storageTypes: 'all' }),
      ),
    async setQuota(quotaSize) {
      // The limit lasts as long as its session.
      const session = await page.createCDPSession();
      await session.send('Storage.overrideQuotaForOrigin', { origin: origin(), quotaSize });
    },
    async crash() {
      const crashed = new Promise((resolve) => page.once('error', resolve));
      const session = await page.createCDPSession();
      // Has no answer: the process that would give it is gone.
      void session.send('Page.crash').catch(() => {});
      await crashed;
    },
  };
}
