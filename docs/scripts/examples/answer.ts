import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { root } from '../pages.ts';

/**
 * Waits until every Heed element of the page has rendered, then answers the standalone elements and waits for the
 * confirmation of the endpoint. Answers questions in a prompt after opening it.
 */
export async function answerElements(page: Page): Promise<void> {
  const count = await markElements(page);
  for (let index = 0; index < count; index++) {
    const selector = `[data-example="${index}"]`;
    if (await page.$(`heed-prompt${selector}`)) await answerIn(page, selector);
    else if (await page.$(`${selector}:not(:is(form, heed-prompt, heed-survey) *)`))
      await answerOne(page, selector);
  }
}

/** Waits for new elements, and marks each with its number. Returns the number of all elements. */
async function markElements(page: Page): Promise<number> {
  const empty = await page.evaluate(async () => {
    const elements = Array.from(document.querySelectorAll('*')).filter(({ localName }) =>
      localName.startsWith('heed-'),
    );
    await Promise.all(elements.map(({ localName }) => customElements.whenDefined(localName)));
    await Promise.all(elements.map((element) => Reflect.get(element, 'updateComplete') as Promise<unknown>));
    const first = document.querySelectorAll('[data-example]').length;
    elements
      .filter((element) => !element.hasAttribute('data-example'))
      .forEach((element, index) => element.setAttribute('data-example', String(first + index)));
    // A prompt renders nothing before it opens.
    const drawn = elements.filter((element) => Reflect.get(element, 'open') !== false);
    return drawn.find(({ shadowRoot }) => !shadowRoot?.childElementCount)?.localName;
  });
  if (empty) throw new Error(`<${empty}> rendered nothing.`);
  return page.$$eval('[data-example]', ({ length }) => length);
}

async function answerIn(page: Page, prompt: string): Promise<void> {
  await page.$eval(prompt, (element) =>
    (Reflect.get(element, 'show') as () => Promise<boolean>).call(element),
  );
  await markElements(page);
  for (const question of await page.$$(`${prompt} [survey]`)) {
    const number = await question.evaluate((element) => element.getAttribute('data-example'));
    await answerOne(page, `[data-example="${number}"]`);
  }
  await page.$eval(prompt, (element) => (Reflect.get(element, 'hide') as () => void).call(element));
}

async function answerOne(page: Page, selector: string): Promise<void> {
  const tag = await page.$eval(selector, ({ localName }) => localName);
  if (!(await page.$(`${selector}[survey]`))) return;
  const confirmed = page.$eval(
    selector,
    (element) =>
      new Promise<void>((resolve) => element.addEventListener('heed-sent', () => resolve(), { once: true })),
  );
  await fillIn(page, selector, tag);
  await page.click(`${selector} >>> [part~="submit"]`);
  await confirmed;
}

async function fillIn(page: Page, selector: string, tag: string): Promise<void> {
  const fill = FILLS[tag] ?? chooseFirst;
  await fill(page, selector);
}

async function chooseFirst(page: Page, selector: string): Promise<void> {
  await page.click(`${selector} >>> input[type="radio"]`);
}

/** Checks the first option of a list, or the only checkbox. */
async function check(page: Page, selector: string): Promise<void> {
  await page.click(`${selector} >>> input`);
}

/** Fills in the required fields of all steps. */
async function fillComplaint(page: Page, selector: string): Promise<void> {
  for (const question of await page.$$(`${selector} >>> [required]:is(heed-choice, heed-text)`)) {
    const control = await question.$('>>> :is(input, textarea)');
    await control?.click();
    await control?.type('The parcel was open when it came.');
  }
  while (await page.$(`${selector} >>> [part="next"]`)) {
    await page.click(`${selector} >>> [part="next"]`);
    await page.$eval(selector, (element) => Reflect.get(element, 'updateComplete') as Promise<unknown>);
  }
}

/** Fills in each step, up to the last. */
async function fillSurvey(page: Page, selector: string): Promise<void> {
  for (;;) {
    const shown = await page.$$eval(`${selector} [data-example]`, (elements) =>
      elements
        .filter((element) => element.checkVisibility())
        .map(
          (element) =>
            [element.localName, `[data-example="${element.getAttribute('data-example')}"]`] as const,
        ),
    );
    for (const [tag, question] of shown) await fillIn(page, question, tag);
    const next = await page.evaluateHandle(
      (survey) => document.querySelector(survey)?.shadowRoot?.querySelector('[part=next]'),
      selector,
    );
    const button = next.asElement() as ElementHandle | null;
    if (!button) return;
    await button.click();
    await page.$eval(selector, (element) => Reflect.get(element, 'updateComplete') as Promise<unknown>);
  }
}

/** The value is valid as text, as an e-mail address and as a phone number. */
async function fillText(page: Page, selector: string): Promise<void> {
  await page.type(`${selector} >>> [part~="input"]`, 'c6719@example.com');
}

async function attachFile(page: Page, selector: string): Promise<void> {
  const field = await page.$(`${selector} >>> input[type="file"]`);
  await (field as ElementHandle<HTMLInputElement>).uploadFile(join(root, 'docs/public/mark.svg'));
}

/** Functions that answer elements, unless choosing a step is enough. */
const FILLS: Record<string, typeof chooseFirst> = {
  'heed-attachment': attachFile,
  'heed-choice': check,
  'heed-complaint': fillComplaint,
  'heed-consent': check,
  'heed-survey': fillSurvey,
  'heed-text': fillText,
};
