/** A clock that the tabs of one session share and a test sets; timers run as they do. */
import type { BrowserContext, Page } from 'puppeteer-core';

const KEY = 'test-clock';

export interface TestClock {
  /** @param ms from the real time, in every tab of the session at once */
  set(ms: number): Promise<void>;
}

/** @param file of the session's site, in which nothing runs: what is opened for it is no visit */
export async function openClock(context: BrowserContext, file: string): Promise<TestClock> {
  const page = await context.newPage();
  await page.goto(file);
  return {
    set: (ms) => page.evaluate((key, ms) => localStorage.setItem(key, String(ms)), KEY, ms),
  };
}

/** Lets a page go by the clock. To be called before it is opened. */
export async function shiftClock(page: Page): Promise<void> {
  await page.evaluateOnNewDocument((key) => {
    const RealDate = Date;
    const shift = (): number => {
      try {
        return Number(localStorage.getItem(key));
      } catch {
        // A page of no site, such as the first one of a tab.
        return 0;
      }
    };
    globalThis.Date = class extends RealDate {
      constructor(...given: []) {
        if (given.length > 0) super(...given);
        else super(RealDate.now() + shift());
      }

      static override now(): number {
        return RealDate.now() + shift();
      }
    } as DateConstructor;
  }, KEY);
}
