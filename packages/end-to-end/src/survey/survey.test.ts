import { idempotencyKeyOf, type Answer } from '@heed/core';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openVisitor, type Engine } from '../demo/browser.ts';
import { until } from '../delivery/until.ts';
import { choose, goBack, goOn, press, tabToButton, tabToQuestion } from './respondent.ts';
import { startSurveySite, type SurveySite } from './site.ts';

const ENGINES: Engine[] = ['chromium', 'firefox'];

describe.each(ENGINES)('a survey of ten questions in %s', (engine) => {
  let site: SurveySite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startSurveySite(), launchBrowser(engine)]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  test('is answered by keyboard over a reload, finished without a network, and delivered once', async () => {
    const { page, problems, leave } = await openVisitor(browser);
    const { keyboard } = page;
    await page.goto(site.origin);
    await page.waitForSelector('heed-survey >>> [part=next]');

    // Down a branch and out of it again.
    await tabToButton(page, 'next');
    await goOn(page, 'recommend');
    await choose(page, 3);
    await goOn(page, 'reason');
    await choose(page, 0);
    await goOn(page, 'fair-price');
    await keyboard.type('Half of it');
    await goBack(page, 'reason');
    await goBack(page, 'recommend');
    await press(page, 'ArrowRight', 6);
    await goOn(page, 'delivery');
    await choose(page, 3);
    await goOn(page, 'effort');

    await page.reload();
    await until(() => site.stored.length === 1);
    expect(site.stored[0]?.record).toMatchObject({ partial: true, answers: [nps(9), csat(4), ces(null)] });
    await page.waitForSelector('heed-survey >>> [part=notice]');
    await tabToQuestion(page, 'effort');
    await choose(page, 5);

    await page.setOfflineMode(true);
    await goOn(page, 'service');
    await choose(page, 4);
    await press(page, 'Tab');
    await choose(page, 3);
    await goOn(page, 'praise');
    await keyboard.type('Wool & warmth');
    await goOn(page, 'call');
    await choose(page, 0);
    await goOn(page, 'mail');
    await keyboard.type('mara@example.com');
    await goOn(page, 'contact');
    await keyboard.press(' ');
    await keyboard.press('Enter');
    await page.waitForSelector('heed-survey:state(stored)');
    expect(
      await page.$$eval('[slot=ending]:not([hidden])', (endings) =>
        endings.map((ending) => ending.textContent),
      ),
    ).toEqual(['See you soon.']);
    expect(site.stored).toHaveLength(1);

    await page.setOfflineMode(false);
    await page.waitForSelector('heed-survey:state(sent)');
    const held = await site.readHeld();
    expect(held.map(({ record }) => record.answers)).toEqual([
      [
        nps(9),
        csat(4),
        ces(6),
        asked('service', 'matrix', { fast: 5, kind: 4 }, 'How do you see our people?'),
        asked('praise', 'text', 'Wool & warmth', 'You gave us 9. What do you like best?'),
        asked('call', 'choice', 'yes', 'May we ask you more about that?'),
        asked('mail', 'text', 'mara@example.com', 'Where can we reach you?'),
        asked('contact', 'consent', true, 'You may write to me about this survey.'),
      ],
    ]);
    const [partial, complete] = site.stored.map(({ record }) => record);
    expect(complete).not.toHaveProperty('partial');
    expect(complete?.id).toBe(partial?.id);
    // The page that was reloaded did not live to hear of the partial one.
    expect(new Set(site.keys)).toEqual(
      new Set([partial, complete].map((record) => record && idempotencyKeyOf(record))),
    );
    expect(site.keys.filter((key) => key === complete?.id)).toHaveLength(1);
    expect(problems).toEqual([]);
    await leave();
  });

  test('keeps what somebody has answered who leaves half-way without an endpoint, and delivers it later', async () => {
    const { page, problems, leave } = await openVisitor(browser);
    const before = site.stored.length;
    await page.goto(site.origin);
    await page.waitForSelector('heed-survey >>> [part=next]');
    await tabToButton(page, 'next');
    await goOn(page, 'recommend');
    await choose(page, 9);
    await goOn(page, 'delivery');
    site.isDown = true;
    await page.goto('about:blank');
    site.isDown = false;
    await page.goto(site.origin);
    await until(() => site.stored.length > before);
    expect(site.stored.at(-1)?.record).toMatchObject({ partial: true, answers: [nps(9), csat(null)] });
    expect(problems).toEqual([]);
    await leave();
  });
});

function asked(name: string, kind: string, value: Answer['value'], question: string): Answer {
  return { name, kind, value, question };
}

const nps = (value: number): Answer =>
  asked('recommend', 'nps', value, 'How likely are you to recommend us?');
const csat = (value: number | null): Answer => ({
  ...asked('delivery', 'csat', value, 'How satisfied are you with the delivery?'),
  max: 5,
});
const ces = (value: number | null): Answer => asked('effort', 'ces', value, 'It was easy to order.');
