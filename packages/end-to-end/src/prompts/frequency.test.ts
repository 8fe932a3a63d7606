import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUPPETEER_ENGINES } from '../shared/browsers/engines.ts';
import {
  launchTemporaryBrowser,
  openUserSession,
  type UserSession,
} from '../shared/browsers/user-session.ts';
import { startDemo, type Demo } from '../demo/demo.ts';
import { readOverHttp } from '../demo/responses.ts';
import { openClock, shiftClock, type TestClock } from './tab-clock.ts';
import {
  enter,
  lead,
  noteQuestions,
  openByLauncher,
  react,
  readObstacles,
  readQuestions,
  seeQuestion,
  type Name,
  type Reaction,
} from './prompt-actions.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Some twenty pages, in each of them everything that may lead to a question. */
const LIMIT_MS = 180_000;

/** In the order in which a session comes to them: once ordered, nobody is asked why not. */
const MOMENTS = ['product-page', 'leaving', 'after-order'] as const;
type Moment = (typeof MOMENTS)[number];
type Plan = Partial<Record<Moment, Reaction>>;

/** What is asked on which day, and what the session does; on all other days nothing is. */
const ASKED: Record<number, Plan> = {
  0: { 'product-page': 'answer', leaving: 'later', 'after-order': 'dismiss' },
  7: { leaving: 'later' },
  30: { 'after-order': 'answer' },
};
const NOTHING: Plan = {};
/** Days of visits: the first ones, and those around the end of each rest. */
const DAYS = [0, 1, 6, 7, 14, 29, 30, 31];
/** Days on which the session has something to say. */
const SAID = [0, 1, 30];

describe.each(PUPPETEER_ENGINES)('the prompts of the demo in %s', (engine) => {
  const dataDir = mkdtempSync(join(tmpdir(), `heed-prompts-${engine}-`));
  let demo: Demo;
  let browser: Browser;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(dataDir, 0), launchTemporaryBrowser(engine)]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
    rmSync(dataDir, { recursive: true });
  });

  test('ask as often as they may, over two tabs, a reload and a month', { timeout: LIMIT_MS }, async () => {
    const { tabs, clock, problems, close } = await openTabs();
    const [first, second] = tabs;
    const expected: Name[] = [];
    for (const day of DAYS) {
      let now = day * DAY_MS;
      const next = (): Promise<void> => clock.set((now += MINUTE_MS));
      const asked = ASKED[day] ?? NOTHING;
      await next();
      for (const tab of [second, first]) await enter(tab, demo.origin);
      for (const moment of MOMENTS) {
        await next();
        await meet(first, moment, asked[moment]);
        if (asked[moment]) expected.push(moment);
      }
      if (SAID.includes(day)) {
        await next();
        await openByLauncher(first);
        await react(first, 'feedback', 'answer');
        expected.push('feedback');
      }
      await next();
      for (const moment of MOMENTS) await meet(second, moment, undefined);
      if (asked !== NOTHING) {
        await enter(first, demo.origin);
        for (const moment of MOMENTS) await meet(first, moment, undefined);
      }
      expect(await readQuestions(first), `until day ${day}`).toEqual(expected);
      // A visit ends once no page of the site is in view.
      for (const tab of tabs) await tab.goto('about:blank');
    }
    const surveys = (await readOverHttp(demo.origin, demo.token)).map(({ survey }) => survey);
    expect(surveys.sort()).toEqual(['ordering', 'product-page', 'shop', 'shop', 'shop']);
    expect(problems).toEqual([]);
    await close();
  });

  test('ask in one tab at a time, and in the other one when it is looked at', async () => {
    const { tabs, clock, problems, close } = await openTabs();
    const [first, second] = tabs;
    for (const tab of tabs) await enter(tab, demo.origin);
    await lead(first, 'after-order');
    await seeQuestion(first, 'after-order');
    await clock.set(MINUTE_MS);
    await lead(second, 'leaving');
    await expect.poll(() => readObstacles(second, 'leaving')).toEqual(['turn']);
    await first.bringToFront();
    await react(first, 'after-order', 'dismiss');
    expect(await readQuestions(first)).toEqual(['after-order']);
    await clock.set(2 * MINUTE_MS);
    await second.bringToFront();
    await seeQuestion(second, 'leaving');
    expect(await readQuestions(first)).toEqual(['after-order', 'leaving']);
    expect(problems).toEqual([]);
    await close();
  });

  /** Two tabs of one session. */
  async function openTabs(): Promise<Omit<UserSession, 'page'> & { tabs: [Page, Page]; clock: TestClock }> {
    const { page, ...session } = await openUserSession(browser);
    const clock = await openClock(page.browserContext(), `${demo.origin}/favicon.svg`);
    const tabs: [Page, Page] = [page, await page.browserContext().newPage()];
    await tabs[1].setViewport({ width: 1280, height: 900 });
    for (const tab of tabs) {
      await shiftClock(tab);
      await noteQuestions(tab);
    }
    return { ...session, tabs, clock };
  }
});

/** Does what leads to a question, and reacts to it; without a reaction a rule about the past must keep it closed. */
async function meet(page: Page, moment: Moment, reaction: Reaction | undefined): Promise<void> {
  await lead(page, moment);
  if (reaction) {
    await seeQuestion(page, moment);
    await react(page, moment, reaction);
    return;
  }
  const obstacles = await readObstacles(page, moment);
  expect(obstacles.filter((rule) => ['max', 'session', 'rest'].includes(rule))).not.toEqual([]);
}
