import type { EvaluateFunc, Page } from 'puppeteer-core';

const MAX_PRESSES = 40;

/**
 * Presses Tab until `isFocused` returns `true` in the page. Throws after 40 presses.
 *
 * @param target description of the target for the error message
 * @param isFocused runs in the page with `args`
 */
export async function pressTabUntil<Args extends unknown[]>(
  page: Page,
  target: string,
  isFocused: EvaluateFunc<Args>,
  ...args: Args
): Promise<void> {
  for (let presses = 0; presses < MAX_PRESSES; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(isFocused, ...args)) return;
  }
  throw new Error(`Tab does not reach ${target}`);
}
