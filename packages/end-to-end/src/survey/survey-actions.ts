/** The actions of a keyboard user in a survey. */
import type { Page } from 'puppeteer-core';
import { pressTabUntil } from '../shared/browsers/press-tab-until.ts';

/** Presses Tab until the question with this name has the focus. */
export async function tabToQuestion(page: Page, name: string): Promise<void> {
  await pressTabUntil(
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
  await pressTabUntil(page, `the button ${part}`, isFocused, part);
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
  for (let count = 0; count < times; count++) await page.keyboard.press(key);
}

/** Goes to the next question, which has this name. */
export async function goToNext(page: Page, next: string): Promise<void> {
  await page.keyboard.press('Enter');
  await waitForQuestion(page, next);
}

/** Goes to the previous question, which has this name. */
export async function goToPrevious(page: Page, previous: string): Promise<void> {
  await tabToButton(page, 'back');
  await page.keyboard.press('Enter');
  await waitForQuestion(page, previous);
}
