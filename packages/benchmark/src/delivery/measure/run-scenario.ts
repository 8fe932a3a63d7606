import type { Browser } from 'puppeteer-core';
import { closeBrowser, inProfile, killBrowser, withProfile } from '../../shared/launch.ts';
import { dispatchSync } from '../browser/sync.ts';
import { listWaiting, waitUntilDone, visit } from '../browser/visit.ts';
import type { ClientUnderTest } from '../clients.ts';
import type { Run, Site } from '../site/site.ts';
import type { Scenario } from './scenarios.ts';
import { countLosses, type Losses } from './count-losses.ts';

/** The time limit of the second visit. It ends earlier once all items have arrived. */
const VISIT_MS = 10_000;
/** The time that the browser has to call a service worker. With two concurrent calls, it would send items twice. */
const BROWSER_SYNC_MS = 3000;

/** Runs a scenario: a visit with a fault, and a visit without. */
export function runScenario(site: Site, client: ClientUnderTest, scenario: Scenario): Promise<Losses> {
  const { id, items } = scenario;
  const run = site.startRun(client, id);
  return withProfile(async (profile) => {
    const end = scenario.isKilled ? killBrowser : closeBrowser;
    await inProfile('chromium', profile, end, (browser) => scenario.visit(browser, run));
    run.receiver.fault = 'none';
    return inProfile('chromium', profile, closeBrowser, async (browser) =>
      countLosses(run, items, await visitAgain(browser, run, items)),
    );
  });
}

/** Visits the page again. Returns the items that are still on the device. */
async function visitAgain(browser: Browser, run: Run, items: number): Promise<Set<string>> {
  const { syncTag } = run.client;
  const page = await visit(browser, run);
  const isDone = await waitUntilDone(page, run, items, syncTag ? BROWSER_SYNC_MS : VISIT_MS);
  if (syncTag && !isDone) {
    await dispatchSync(page, syncTag);
    await waitUntilDone(page, run, items, VISIT_MS - BROWSER_SYNC_MS);
  }
  await page.close();
  return listWaiting(browser, run);
}
