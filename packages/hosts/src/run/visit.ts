/** Answers in a page of an application with a real pointer and real keys, and checks the results. */
import { deepStrictEqual } from 'node:assert/strict';
import type { Browser, Page } from 'puppeteer-core';
import type { Site } from './site.ts';
import { until } from './until.ts';

export interface Visit {
  /** Opens a path and waits until both elements are usable. Throws if the console is not empty. */
  open(path: string): Promise<void>;
  /** Throws if the application has replaced the server-rendered elements. */
  checkHydration(): Promise<void>;
  /** Answers the standalone question, then the form. */
  answer(): Promise<void>;
  close(): Promise<void>;
}

const timeoutMs = 120_000;

export async function openVisit(browser: Browser, site: Site): Promise<Visit> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(timeoutMs);
  const problems = collectProblems(page);
  await page.evaluateOnNewDocument(markRendered);
  return {
    async open(path) {
      problems.length = 0;
      await page.goto(site.origin + path);
      await page.waitForSelector('heed-nps >>> label', { visible: true });
      await page.waitForSelector('heed-csat >>> label', { visible: true });
      deepStrictEqual(problems, [], 'The console is not empty.');
    },
    async checkHydration() {
      const kept = await page.evaluate(() =>
        [...document.querySelectorAll('heed-nps, heed-csat')].map(
          (element) =>
            'rendered' in element &&
            (element.rendered === true || element.rendered === element.shadowRoot?.querySelector('label')),
        ),
      );
      deepStrictEqual(kept, [true, true], 'The application has replaced server-rendered elements.');
    },
    async answer() {
      await answerQuestion(page, site);
      await answerForm(page);
      deepStrictEqual(site.records.length, 1, 'The answer arrived more than once.');
      deepStrictEqual(problems, [], 'The console is not empty.');
    },
    close: () => context.close(),
  };
}

/** Answers with a score of 0 by pointer. */
async function answerQuestion(page: Page, { records }: Site): Promise<void> {
  records.length = 0;
  await page.locator('heed-nps >>> label:nth-of-type(1)').click();
  await page.locator('heed-nps >>> [part=submit]').click();
  await waitForText(page, '#events', 'heed-submit heed-sent');
  const [record] = records;
  deepStrictEqual(record?.survey, 'checkout');
  deepStrictEqual(record.answers[0]?.value, 0);
  deepStrictEqual(record.respondent, { id: 'u-42' });
}

/** Submits the form without an answer, answers with the keyboard, submits and resets the form. */
async function answerForm(page: Page): Promise<void> {
  await page.locator('form button:not([type])').click();
  await page.waitForSelector('heed-csat >>> [part=error]', { visible: true });
  await waitForText(page, '#data', '');
  // An invalid form moves the focus to its first invalid control.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const answered = await page.$eval('heed-csat', (element) => (element as HTMLInputElement).value);
  await waitForText(page, '#value', String(answered));
  await page.locator('form button:not([type])').click();
  await waitForText(page, '#data', JSON.stringify({ satisfaction: String(answered) }));
  await page.locator('form button[type=reset]').click();
  await waitForText(page, '#value', '');
  const left = await page.$eval('heed-csat', (element) => (element as HTMLInputElement).value);
  deepStrictEqual(left, null, 'The reset form still has an answer.');
}

async function waitForText(page: Page, selector: string, expected: string): Promise<void> {
  let text: string | undefined;
  const read = async () => {
    text = await page.$eval(selector, (element) => element.textContent?.trim());
    return text === expected;
  };
  await until(read, () => `${selector} is ${JSON.stringify(text)} instead of ${JSON.stringify(expected)}.`);
}

function collectProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) problems.push(message.text());
  });
  return problems;
}

/** Runs in the page before modules. Marks the elements in the HTML and their shadow roots. */
function markRendered(): void {
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    for (const element of document.querySelectorAll('heed-nps, heed-csat'))
      Object.assign(element, { rendered: element.shadowRoot?.querySelector('label') ?? true });
  });
}
