/** Faults between submission and delivery. One entry is one row of the table. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import { goOffline } from '../browser/network.ts';
import { submitItems, waitUntilDone, visit } from '../browser/visit.ts';
import type { Fault } from '../site/receiver.ts';
import type { Run } from '../site/site.ts';

export interface Scenario {
  id: string;
  /** The first column of the table. */
  name: string;
  /** The number of submitted items. */
  items: number;
  /** Whether clients must run one after the other, because the scenario has many tabs. */
  isHeavy?: boolean;
  /** Whether the browser is killed instead of closed after the first visit. */
  isKilled?: boolean;
  /** The first visit. The second visit is in a new browser with the same profile and a working network. */
  visit(browser: Browser, run: Run): Promise<void>;
}

const ITEMS = 20;
const TABS = 10;
/** The duration of a fault. */
const FAULT_MS = 3000;
/** The time limit after a fault. The page is closed earlier once all items have arrived. */
const STAY_MS = 6000;
const TABS_STAY_MS = 20_000;

export const scenarios: readonly Scenario[] = [
  {
    id: 'killed',
    name: 'connections stall, and the browser is killed 250 ms after the calls have returned',
    items: ITEMS,
    isKilled: true,
    async visit(browser, run) {
      const page = await visit(browser, run);
      run.receiver.fault = 'stall';
      await submitItems(page, ITEMS);
      await pause(250);
    },
  },
  {
    id: 'offline',
    name: 'offline; the page is closed after one second, and opened again online',
    items: ITEMS,
    async visit(browser, run) {
      const page = await visit(browser, run);
      run.receiver.fault = 'refuse';
      await goOffline(browser, run, [page]);
      await submitItems(page, ITEMS);
      await pause(1000);
      await page.close();
    },
  },
  createFaultScenario('error', 'the endpoint replies with 500 for three seconds'),
  createFaultScenario('reset', 'for three seconds, each connection is reset after the body'),
  createFaultScenario('portal', 'a captive portal replies with 200 and a page for three seconds'),
  {
    id: 'tabs',
    name: 'ten tabs with 20 items each go offline and online again',
    items: TABS * ITEMS,
    isHeavy: true,
    async visit(browser, run) {
      const first = await visit(browser, run);
      const pages = [first];
      while (pages.length < TABS) pages.push(await visit(browser, run));
      const goOnline = await goOffline(browser, run, pages);
      await Promise.all(pages.map((page, tab) => submitItems(page, ITEMS, tab * ITEMS)));
      await pause(1000);
      await goOnline();
      await waitUntilDone(first, run, TABS * ITEMS, TABS_STAY_MS);
    },
  },
];

function createFaultScenario(fault: Fault, name: string): Scenario {
  return {
    id: fault,
    name,
    items: ITEMS,
    async visit(browser, run) {
      const page = await visit(browser, run);
      run.receiver.fault = fault;
      await submitItems(page, ITEMS);
      await pause(FAULT_MS);
      run.receiver.fault = 'none';
      await waitUntilDone(page, run, ITEMS, STAY_MS);
      await page.close();
    },
  };
}
