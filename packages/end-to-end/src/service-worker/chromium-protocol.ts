/** Controls service workers through the Chrome DevTools Protocol. */
import type { Browser, Page, WebWorker } from 'puppeteer-core';

/** Reduces the pauses before the second and last attempts of Background Sync from 5 and 15 minutes to one second. */
export const FAST_SYNC = [
  '--force-fieldtrials=BackgroundSync/Fast',
  '--force-fieldtrial-params=BackgroundSync.Fast:initial_retry_delay_sec/1/retry_delay_factor/1',
];

/** Returns the running service worker of a site. */
export async function findWorker(browser: Browser, origin: string): Promise<WebWorker> {
  const target = await browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().startsWith(origin),
  );
  const worker = await target.worker();
  if (!worker) throw new Error(`${origin} has no service worker`);
  return worker;
}

/** Switches the worker's network. While it is offline, the browser delays syncs as on an offline device. */
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
 * Stops all workers immediately, even in the middle of an event.
 *
 * @param page any page of the browser
 */
export async function killWorker({ client }: WebWorker, page: Page): Promise<void> {
  // A worker with an attached debugger does not restart automatically.
  await client.detach();
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}
