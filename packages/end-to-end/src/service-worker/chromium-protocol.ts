/** What only Chromium does with a service worker, by its debugging protocol. */
import type { Browser, Page, WebWorker } from 'puppeteer-core';

/** Lets Background Sync wait one second before its second and before its last attempt, instead of 5 and 15 minutes. */
export const FAST_SYNC = [
  '--force-fieldtrials=BackgroundSync/Fast',
  '--force-fieldtrial-params=BackgroundSync.Fast:initial_retry_delay_sec/1/retry_delay_factor/1',
];

/** The running worker of a site. */
export async function findWorker(browser: Browser, origin: string): Promise<WebWorker> {
  const target = await browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().startsWith(origin),
  );
  const worker = await target.worker();
  if (!worker) throw new Error(`${origin} has no worker`);
  return worker;
}

/** Cuts the worker off, or connects it; syncs are held back meanwhile, as on a device that is offline. */
export async function setWorkerOffline({ client }: WebWorker, isOffline: boolean): Promise<void> {
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', {
    offline: isOffline,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
}

/**
 * Ends a worker at once, whatever it is doing.
 *
 * @param page any page of the browser
 */
export async function killWorker({ client }: WebWorker, page: Page): Promise<void> {
  // A worker that is being debugged does not start again by itself.
  await client.detach();
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}
