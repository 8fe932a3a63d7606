import type { CDPSession, Page, Protocol } from 'puppeteer-core';

type Updated = Protocol.ServiceWorker.WorkerRegistrationUpdatedEvent;

/**
 * Fires a sync event in the service worker of a page, which then retries its queue. The browser would do this minutes or
 * hours later.
 */
export async function dispatchSync(page: Page, tag: string): Promise<void> {
  const { origin } = new URL(page.url());
  const session = await page.createCDPSession();
  const registrationId = await findRegistration(session, origin);
  await session.send('ServiceWorker.dispatchSyncEvent', { origin, registrationId, tag, lastChance: false });
  await session.detach();
}

async function findRegistration(session: CDPSession, origin: string): Promise<string> {
  const found = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }: Updated) => {
      const own = registrations.find(({ scopeURL }) => new URL(scopeURL).origin === origin);
      if (own) resolve(own.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  return found;
}
