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
import { fetchResponses } from '../demo/responses.ts';
import { openTabClock, installTabClock, type TabClock } from './tab-clock.ts';
import {
  openShop,
  triggerPrompt,
  recordPrompts,
  openWithLauncher,
  respondToPrompt,
  readFailedRules,
  readShownPrompts,
  waitForPrompt,
  type PromptName,
  type Response,
} from './prompt-actions.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** About twenty pages, with every trigger in each. */
const LIMIT_MS = 180_000;

/** In the order of a visit. After an order, users are not asked why they leave. */
const TRIGGERS = ['product-page', 'leaving', 'after-order'] as const;
type Trigger = (typeof TRIGGERS)[number];
type Plan = Partial<Record<Trigger, Response>>;

/** The prompts that open on each day, with the user's response. No prompt opens on other days. */
const SCHEDULE: Record<number, Plan> = {
  0: { 'product-page': 'answer', leaving: 'later', 'after-order': 'dismiss' },
  7: { leaving: 'later' },
  30: { 'after-order': 'answer' },
};
const NO_PROMPTS: Plan = {};
/** Days with a visit: the first days, and the days around the end of each rest period. */
const VISIT_DAYS = [0, 1, 6, 7, 14, 29, 30, 31];
/** Days on which the user opens the feedback prompt with the launcher. */
const FEEDBACK_DAYS = [0, 1, 30];

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

  test(
    'open as often as their rules allow, across two tabs, reloads and a month',
    { timeout: LIMIT_MS },
    async () => {
      const { tabs, clock, problems, close } = await openTabs();
      const expected: PromptName[] = [];
      for (const day of VISIT_DAYS) {
        expected.push(...(await visitShop(tabs, clock, day)));
        expect(await readShownPrompts(tabs[0]), `until day ${day}`).toEqual(expected);
        // A visit ends when no page of the site is visible.
        for (const tab of tabs) await tab.goto('about:blank');
      }
      const surveys = (await fetchResponses(demo.origin, demo.token)).map(({ survey }) => survey);
      expect(surveys.sort()).toEqual(['ordering', 'product-page', 'shop', 'shop', 'shop']);
      expect(problems).toEqual([]);
      await close();
    },
  );

  test('open in one tab at a time, and in the other tab when it becomes visible', async () => {
    const { tabs, clock, problems, close } = await openTabs();
    const [first, second] = tabs;
    for (const tab of tabs) await openShop(tab, demo.origin);
    await triggerPrompt(first, 'after-order');
    await waitForPrompt(first, 'after-order');
    await clock.set(MINUTE_MS);
    await triggerPrompt(second, 'leaving');
    await expect.poll(() => readFailedRules(second, 'leaving')).toEqual(['turn']);
    await first.bringToFront();
    await respondToPrompt(first, 'after-order', 'dismiss');
    expect(await readShownPrompts(first)).toEqual(['after-order']);
    await clock.set(2 * MINUTE_MS);
    await second.bringToFront();
    await waitForPrompt(second, 'leaving');
    expect(await readShownPrompts(first)).toEqual(['after-order', 'leaving']);
    expect(problems).toEqual([]);
    await close();
  });

  /** Triggers the prompts of one day in both tabs, and returns those that should have opened. */
  async function visitShop(
    [first, second]: readonly [Page, Page],
    clock: TabClock,
    day: number,
  ): Promise<PromptName[]> {
    let now = day * DAY_MS;
    const advance = (): Promise<void> => clock.set((now += MINUTE_MS));
    const plan = SCHEDULE[day] ?? NO_PROMPTS;
    const opened: PromptName[] = TRIGGERS.filter((trigger) => plan[trigger]);
    await advance();
    for (const tab of [second, first]) await openShop(tab, demo.origin);
    for (const trigger of TRIGGERS) {
      await advance();
      await expectPrompt(first, trigger, plan[trigger]);
    }
    if (FEEDBACK_DAYS.includes(day)) {
      await advance();
      await openWithLauncher(first);
      await respondToPrompt(first, 'feedback', 'answer');
      opened.push('feedback');
    }
    await advance();
    for (const trigger of TRIGGERS) await expectPrompt(second, trigger, undefined);
    if (plan === NO_PROMPTS) return opened;
    await openShop(first, demo.origin);
    for (const trigger of TRIGGERS) await expectPrompt(first, trigger, undefined);
    return opened;
  }

  /** Opens two tabs of one user session. */
  async function openTabs(): Promise<Omit<UserSession, 'page'> & { tabs: [Page, Page]; clock: TabClock }> {
    const { page, ...session } = await openUserSession(browser);
    const clock = await openTabClock(page.browserContext(), `${demo.origin}/favicon.svg`);
    const tabs: [Page, Page] = [page, await page.browserContext().newPage()];
    await tabs[1].setViewport({ width: 1280, height: 900 });
    for (const tab of tabs) {
      await installTabClock(tab);
      await recordPrompts(tab);
    }
    return { ...session, tabs, clock };
  }
});

/** Triggers a prompt and responds to it. Without a response, a rule about earlier prompts must keep it closed. */
async function expectPrompt(page: Page, trigger: Trigger, response: Response | undefined): Promise<void> {
  await triggerPrompt(page, trigger);
  if (response) {
    await waitForPrompt(page, trigger);
    await respondToPrompt(page, trigger, response);
    return;
  }
  const failedRules = await readFailedRules(page, trigger);
  expect(failedRules.filter((rule) => ['max', 'session', 'rest'].includes(rule))).not.toEqual([]);
}
