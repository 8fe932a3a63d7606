/** Emulates a lost network like the developer tools of Chromium. */
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import type { Run } from '../site/site.ts';

const UNLIMITED = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

/**
 * Takes pages and the service worker of their origin offline. Returns a function that takes them online again.
 *
 * A page that is closed while offline is online while it unloads. Make the receiver refuse connections at that time.
 */
export async function goOffline(browser: Browser, run: Run, pages: Page[]): Promise<() => Promise<void>> {
  const workers = run.client.syncTag ? [await attachToWorker(browser, run)] : [];
  const opened = await Promise.all(pages.map((page) => page.createCDPSession()));
  const send = async (session: CDPSession, offline: boolean): Promise<void> => {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', { ...UNLIMITED, offline });
  };
  // In parallel, because the first tab that is online could send the items of all tabs.
  const set = async (offline: boolean): Promise<void> => {
    const sessions = [...workers, ...opened.filter(isAttached)];
    await Promise.all(sessions.map((session) => send(session, offline)));
  };
  await set(true);
  return () => set(false);
}

async function attachToWorker(browser: Browser, { url }: Run): Promise<CDPSession> {
  const { origin } = new URL(url);
  // The browser may report the worker later than the page.
  const worker = await browser.waitForTarget(
    (target) => target.type() === 'service_worker' && new URL(target.url()).origin === origin,
  );
  return worker.createCDPSession();
}

/** Returns whether the page is still open. */
function isAttached(session: CDPSession): boolean {
  return !session.detached;
}
