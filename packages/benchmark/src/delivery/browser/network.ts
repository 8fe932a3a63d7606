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
export async function goOffline(browser: Browser, run: Run, pages: Page[]): Promise<() => Promise<void>> {
  const workers = run.client.syncTag ? [await attachToWorker(browser, run)] : [];
  const opened = await Promise.all(pages.map((page) => page.createCDPSession()));
  const send = async (session: CDPSession, offline: boolean): Promise<void> => {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', { ...UNLIMITED, offline });
  };
  // All at once: a tab that is online before the others could send what all of them have.
  const set = async (offline: boolean): Promise<void> => {
    const sessions = [...workers, ...opened.filter(isAttached)];
    await Promise.all(sessions.map((session) => send(session, offline)));
  };
  await set(true);
  return () => set(false);
}

async function attachToWorker(browser: Browser, { url }: Run): Promise<CDPSession> {
  const { origin } = new URL(url);
  // The browser may tell of it later than the page does.
  const worker = await browser.waitForTarget(
    (target) => target.type() === 'service_worker' && new URL(target.url()).origin === origin,
  );
  return worker.createCDPSession();
}

/** A page may have been closed while it was offline. */
function isAttached(session: CDPSession): boolean {
  return !session.detached;
}
