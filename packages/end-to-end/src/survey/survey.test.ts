import { idempotencyKeyOf, type Answer } from '@heed/core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUPPETEER_ENGINES } from '../shared/browsers/engines.ts';
import { launchTemporaryBrowser, openUserSession } from '../shared/browsers/user-session.ts';
import { waitUntil } from '../shared/wait-until.ts';
import {
  selectOption,
  goToPrevious,
  goToNext,
  pressKey,
  tabToButton,
  tabToQuestion,
} from './survey-actions.ts';
import { startSurveySite, type SurveySite } from './survey-site.ts';

describe.each(PUPPETEER_ENGINES)('a survey of ten questions in %s', (engine) => {
  let site: SurveySite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startSurveySite(), launchTemporaryBrowser(engine)]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  test('is answered with the keyboard across a reload, completed offline, and delivered once', async () => {
    const { page, problems, close } = await openUserSession(browser);
    await page.goto(site.origin);
    await page.waitForSelector('heed-survey >>> [part=next]');

    await answerUntilEffort(page);
    await page.reload();
    await waitUntil(() => site.stored.length === 1);
    expect(site.stored[0]?.record).toMatchObject({ partial: true, answers: [nps(9), csat(4), ces(null)] });
    await page.waitForSelector('heed-survey >>> [part=notice]');
    await tabToQuestion(page, 'effort');
    await selectOption(page, 5);

    await page.setOfflineMode(true);
    await answerFromService(page);
    await page.waitForSelector('heed-survey:state(stored)');
    expect(
      await page.$$eval('[slot=ending]:not([hidden])', (endings) =>
        endings.map((ending) => ending.textContent),
      ),
    ).toEqual(['See you soon.']);
    expect(site.stored).toHaveLength(1);

    await page.setOfflineMode(false);
    await page.waitForSelector('heed-survey:state(sent)');
    const stored = await site.readStored();
    expect(stored.map(({ record }) => record.answers)).toEqual([COMPLETE_ANSWERS]);
    const [partial, complete] = site.stored.map(({ record }) => record);
    expect(complete).not.toHaveProperty('partial');
    expect(complete?.id).toBe(partial?.id);
    // The reloaded page never received the reply to the partial response, so it may be sent twice.
    expect(new Set(site.keys)).toEqual(
      new Set([partial, complete].map((record) => record && idempotencyKeyOf(record))),
    );
    expect(site.keys.filter((key) => key === complete?.id)).toHaveLength(1);
    expect(problems).toEqual([]);
    await close();
  });

  test('keeps partial responses of a user who leaves while the endpoint is down, and delivers them later', async () => {
    const { page, problems, close } = await openUserSession(browser);
    const before = site.stored.length;
    await page.goto(site.origin);
    await page.waitForSelector('heed-survey >>> [part=next]');
    await tabToButton(page, 'next');
    await goToNext(page, 'recommend');
    await selectOption(page, 9);
    await goToNext(page, 'delivery');
    site.isDown = true;
    await page.goto('about:blank');
    site.isDown = false;
    await page.goto(site.origin);
    await waitUntil(() => site.stored.length > before);
    expect(site.stored.at(-1)?.record).toMatchObject({ partial: true, answers: [nps(9), csat(null)] });
    expect(problems).toEqual([]);
    await close();
  });
});

/** Answers the first questions, and enters a branch and leaves it again. */
async function answerUntilEffort(page: Page): Promise<void> {
  await tabToButton(page, 'next');
  await goToNext(page, 'recommend');
  await selectOption(page, 3);
  await goToNext(page, 'reason');
  await selectOption(page, 0);
  await goToNext(page, 'fair-price');
  await page.keyboard.type('Half of it');
  await goToPrevious(page, 'reason');
  await goToPrevious(page, 'recommend');
  await pressKey(page, 'ArrowRight', 6);
  await goToNext(page, 'delivery');
  await selectOption(page, 3);
  await goToNext(page, 'effort');
}

async function answerFromService(page: Page): Promise<void> {
  const { keyboard } = page;
  await goToNext(page, 'service');
  await selectOption(page, 4);
  await pressKey(page, 'Tab');
  await selectOption(page, 3);
  await goToNext(page, 'praise');
  await keyboard.type('Wool & warmth');
  await goToNext(page, 'call');
  await selectOption(page, 0);
  await goToNext(page, 'mail');
  await keyboard.type('mara@example.com');
  await goToNext(page, 'contact');
  await keyboard.press(' ');
  await keyboard.press('Enter');
}

function toAnswer(name: string, kind: string, value: Answer['value'], question: string): Answer {
  return { name, kind, value, question };
}

const nps = (value: number): Answer =>
  toAnswer('recommend', 'nps', value, 'How likely are you to recommend us?');
const csat = (value: number | null): Answer => ({
  ...toAnswer('delivery', 'csat', value, 'How satisfied are you with the delivery?'),
  max: 5,
});
const ces = (value: number | null): Answer => toAnswer('effort', 'ces', value, 'It was easy to order.');

const COMPLETE_ANSWERS = [
  nps(9),
  csat(4),
  ces(6),
  toAnswer('service', 'matrix', { fast: 5, kind: 4 }, 'How do you see our people?'),
  toAnswer('praise', 'text', 'Wool & warmth', 'You gave us 9. What do you like best?'),
  toAnswer('call', 'choice', 'yes', 'May we ask you more about that?'),
  toAnswer('mail', 'text', 'mara@example.com', 'Where can we reach you?'),
  toAnswer('contact', 'consent', true, 'You may write to me about this survey.'),
];
