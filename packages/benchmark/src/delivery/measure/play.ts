import type { Browser } from 'puppeteer-core';
import { closeBrowser, inProfile, killBrowser, withProfile } from '../../shared/launch.ts';
import { dispatchSync } from '../browser/sync.ts';
import { listWaiting, untilDone, visit } from '../browser/visit.ts';
import type { ClientUnderTest } from '../clients.ts';
import type { Run, Site } from '../site/site.ts';
import type { Scenario } from './scenarios.ts';
import { judge, type Verdict } from './verdict.ts';

/** How long the second visit lasts, unless all has arrived and nothing waits. */
const VISIT_MS = 10_000;
/** How long the browser has to call a service worker by itself; two calls at once make it send twice. */
const OWN_SYNC_MS = 3000;

/** Two visits: one in which something goes wrong, and one in which nothing does. */
export function play(site: Site, client: ClientUnderTest, scenario: Scenario): Promise<Verdict> {
  const { id, items } = scenario;
  const run = site.startRun(client, id);
  return withProfile(async (profile) => {
    const end = scenario.isKilled ? killBrowser : closeBrowser;
    await inProfile('chromium', profile, end, (browser) => scenario.visit(browser, run));
    run.receiver.fault = 'none';
    return inProfile('chromium', profile, closeBrowser, async (browser) =>
      judge(run, items, await comeBack(browser, run, items)),
    );
  });
}

/** @returns the items that are still on the device */
async function comeBack(browser: Browser, run: Run, items: number): Promise<Set<string>> {
  const { syncTag } = run.client;
  const page = await visit(browser, run);
  const isDone = await untilDone(page, run, items, syncTag ? OWN_SYNC_MS : VISIT_MS);
  if (syncTag && !isDone) {
    await dispatchSync(page, syncTag);
    await untilDone(page, run, items, VISIT_MS - OWN_SYNC_MS);
  }
  await page.close();
  return listWaiting(browser, run);
}
