/** What somebody does in a survey who has nothing but a keyboard. */
import type { Page } from 'puppeteer-core';

const MOST_TABS = 30;

/** Presses Tab until the question of this name has the focus. */
export async function tabToQuestion(page: Page, name: string): Promise<void> {
  await tabUntil(
    page,
    `the question ${name}`,
    (name) => document.activeElement?.getAttribute('name') === name,
    name,
  );
}

/** Presses Tab until this button of the survey has the focus. */
export async function tabToButton(page: Page, part: string): Promise<void> {
  const isThere = (part: string): boolean =>
    document.activeElement?.shadowRoot?.activeElement?.part.contains(part) ?? false;
  await tabUntil(page, `the button ${part}`, isThere, part);
}

/** Waits until the survey has led the focus to the question of this name. */
export async function seeQuestion(page: Page, name: string): Promise<void> {
  await page.waitForFunction((name) => document.activeElement?.getAttribute('name') === name, {}, name);
}

/** Chooses the step at this place of a scale or list, from 0, of which none was chosen before. */
export async function choose(page: Page, place: number): Promise<void> {
  await page.keyboard.press(' ');
  await press(page, 'ArrowRight', place);
}

export async function press(page: Page, key: 'ArrowLeft' | 'ArrowRight' | 'Tab', times = 1): Promise<void> {
  for (let time = 0; time < times; time++) await page.keyboard.press(key);
}

/** Goes on from a question, to that of this name. */
export async function goOn(page: Page, next: string): Promise<void> {
  await page.keyboard.press('Enter');
  await seeQuestion(page, next);
}

/** Goes back from a question, to that of this name. */
export async function goBack(page: Page, before: string): Promise<void> {
  await tabToButton(page, 'back');
  await page.keyboard.press('Enter');
  await seeQuestion(page, before);
}

async function tabUntil(
  page: Page,
  what: string,
  isThere: (name: string) => boolean,
  name: string,
): Promise<void> {
  for (let presses = 0; presses < MOST_TABS; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(isThere, name)) return;
  }
  throw new Error(`Tab does not reach ${what}`);
}
