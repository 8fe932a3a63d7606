import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { root } from '../pages.ts';

/**
 * Waits until every Heed element of the page has rendered, then answers those that send their own answer, and
 * waits for the confirmation of the endpoint.
 */
export async function answerElements(page: Page): Promise<void> {
  const tags = await page.evaluate(async () => {
    const elements = Array.from(document.querySelectorAll('*')).filter(({ localName }) =>
      localName.startsWith('heed-'),
    );
    await Promise.all(elements.map(({ localName }) => customElements.whenDefined(localName)));
    await Promise.all(elements.map((element) => Reflect.get(element, 'updateComplete') as Promise<unknown>));
    elements.forEach((element, index) => element.setAttribute('data-example', String(index)));
    return elements.map(({ localName, shadowRoot }) =>
      shadowRoot?.childElementCount ? localName : `${localName}: empty`,
    );
  });
  const empty = tags.find((tag) => tag.endsWith('empty'));
  if (empty) throw new Error(`An element rendered nothing: ${empty}`);
  for (const [index, tag] of tags.entries()) {
    const selector = `[data-example="${index}"]`;
    if (await page.$(`${selector}:not(form *)[survey]`)) await answerOne(page, selector, tag);
  }
}

async function answerOne(page: Page, selector: string, tag: string): Promise<void> {
  const confirmed = page.$eval(
    selector,
    (element) =>
      new Promise<void>((resolve) => element.addEventListener('heed-sent', () => resolve(), { once: true })),
  );
  const fill = FILLS[tag] ?? chooseFirst;
  await fill(page, selector);
  await page.click(`${selector} >>> [part~="submit"]`);
  await confirmed;
}

async function chooseFirst(page: Page, selector: string): Promise<void> {
  await page.click(`${selector} >>> input[type="radio"]`);
}

/** The first of a list, or the only box that there is. */
async function tick(page: Page, selector: string): Promise<void> {
  await page.click(`${selector} >>> input`);
}

/** What is needed, through all steps where there are some. */
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

/** A text, an e-mail address and enough digits for a phone number at once. */
async function fillText(page: Page, selector: string): Promise<void> {
  await page.type(`${selector} >>> [part~="input"]`, 'c6719@example.com');
}

async function attachFile(page: Page, selector: string): Promise<void> {
  const field = await page.$(`${selector} >>> input[type="file"]`);
  await (field as ElementHandle<HTMLInputElement>).uploadFile(join(root, 'docs/public/mark.svg'));
}

/** How an element is answered, where choosing a step is not all of it. */
const FILLS: Record<string, typeof chooseFirst> = {
  'heed-attachment': attachFile,
  'heed-choice': tick,
  'heed-complaint': fillComplaint,
  'heed-consent': tick,
  'heed-text': fillText,
};
