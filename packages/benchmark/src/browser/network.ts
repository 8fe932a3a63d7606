/** Takes a browser off the network and back, as its developer tools do. Chromium only. */
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import type { Run } from '../site/site.ts';

const UNLIMITED = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

/**
 * Takes pages and the service worker of their origin offline.
 *
 * A page that is closed meanwhile is online for its last moment: let the receiver refuse what comes then.
 *
 * @returns brings them back
 */
export async function goOffline(browser: Browser, { url }: Run, pages: Page[]): Promise<() => Promise<void>> {
  const { origin } = new URL(url);
  const targets = browser
    .targets()
    .filter((target) => target.type() === 'service_worker' && target.url().startsWith(origin));
  const workers = await Promise.all(targets.map((target) => target.createCDPSession()));
  const opened = await Promise.all(pages.map((page) => page.createCDPSession()));
  const set = async (offline: boolean): Promise<void> => {
    for (const session of [...workers, ...opened.filter(isAttached)]) {
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', { ...UNLIMITED, offline });
    }
  };
  await set(true);
  return () => set(false);
}

/** A page may have been closed while it was offline. */
function isAttached(session: CDPSession): boolean {
  return !session.detached;
}
