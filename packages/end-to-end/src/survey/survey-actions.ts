/** The actions of a keyboard user in a survey. */
import type { Page } from 'puppeteer-core';

const MAX_TABS = 30;

/** Presses Tab until the question with this name has the focus. */
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
  const isFocused = (part: string): boolean =>
    document.activeElement?.shadowRoot?.activeElement?.part.contains(part) ?? false;
  await tabUntil(page, `the button ${part}`, isFocused, part);
}

/** Waits until the survey has moved the focus to the question with this name. */
export async function waitForQuestion(page: Page, name: string): Promise<void> {
  await page.waitForFunction((name) => document.activeElement?.getAttribute('name') === name, {}, name);
}

/** Selects an option of an unanswered scale or list by its index. */
export async function selectOption(page: Page, index: number): Promise<void> {
  await page.keyboard.press(' ');
  await pressKey(page, 'ArrowRight', index);
}

export async function pressKey(
  page: Page,
  key: 'ArrowLeft' | 'ArrowRight' | 'Tab',
  times = 1,
): Promise<void> {
  for (let time = 0; time < times; time++) await page.keyboard.press(key);
}

/** Goes to the next question, which has this name. */
export async function goToNext(page: Page, next: string): Promise<void> {
  await page.keyboard.press('Enter');
  await waitForQuestion(page, next);
}

/** Goes to the previous question, which has this name. */
export async function goToPrevious(page: Page, before: string): Promise<void> {
  await tabToButton(page, 'back');
  await page.keyboard.press('Enter');
  await waitForQuestion(page, before);
}

async function tabUntil(
  page: Page,
  what: string,
  isFocused: (name: string) => boolean,
  name: string,
): Promise<void> {
  for (let presses = 0; presses < MAX_TABS; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(isFocused, name)) return;
  }
  throw new Error(`Tab does not reach ${what}`);
}
