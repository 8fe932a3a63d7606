/** What can go wrong between a submission and its delivery. One entry is one row of the table. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import { goOffline } from '../browser/network.ts';
import { submitItems, untilDone, visit } from '../browser/visit.ts';
import type { Fault } from '../site/receiver.ts';
import type { Run } from '../site/site.ts';

export interface Scenario {
  id: string;
  /** The first column of the table. */
  name: string;
  /** Items submitted. */
  items: number;
  /** Has it so many tabs that only one client at a time can play it? */
  isHeavy?: boolean;
  /** Is the browser killed at the end of the first visit, instead of closed? */
  isKilled?: boolean;
  /** The first visit; another one follows, in a new browser with the same profile and a sound network. */
  visit(browser: Browser, run: Run): Promise<void>;
}

const ITEMS = 20;
const TABS = 10;
/** How long a server misbehaves. */
const FAULT_MS = 3000;
/** How long a page stays open after that, unless all has arrived. */
const STAY_MS = 6000;
const TABS_STAY_MS = 20_000;

export const scenarios: readonly Scenario[] = [
  {
    id: 'killed',
    name: 'connections stall, and the browser is killed a quarter of a second after the calls returned',
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
    name: 'offline; the page is closed a second later, and opened again online',
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
  misbehaving('error', 'the endpoint answers 500 for three seconds'),
  misbehaving('reset', 'each connection is reset after the body for three seconds'),
  misbehaving('portal', 'a captive portal answers 200 with a page for three seconds'),
  {
    id: 'tabs',
    name: 'ten tabs with 20 items each, offline and online again',
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
      await untilDone(first, run, TABS * ITEMS, TABS_STAY_MS);
    },
  },
];

function misbehaving(fault: Fault, name: string): Scenario {
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
      await untilDone(page, run, ITEMS, STAY_MS);
      await page.close();
    },
  };
}
