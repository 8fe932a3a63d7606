/** A clock that all tabs of a session share and a test sets. It does not affect timers. */
import type { BrowserContext, Page } from 'puppeteer-core';

const KEY = 'test-clock';

export interface TabClock {
  /** @param ms offset from the real time, in all tabs of the session */
  set(ms: number): Promise<void>;
}

/** @param file URL of a file on the same site that runs no script, so that opening it does not count as a visit */
export async function openTabClock(context: BrowserContext, file: string): Promise<TabClock> {
  const page = await context.newPage();
  await page.goto(file);
  return {
    set: (ms) => page.evaluate((key, ms) => localStorage.setItem(key, String(ms)), KEY, ms),
  };
}

/** Makes a page use the clock. Call it before the page is opened. */
export async function installTabClock(page: Page): Promise<void> {
  await page.evaluateOnNewDocument((key) => {
    const RealDate = Date;
    const shift = (): number => {
      try {
        return Number(localStorage.getItem(key));
      } catch {
        // `localStorage` throws in a page with an opaque origin, such as the first page of a tab.
        return 0;
      }
    };
    globalThis.Date = class extends RealDate {
      constructor(...args: []) {
        if (args.length > 0) super(...args);
        else super(RealDate.now() + shift());
      }

      static override now(): number {
        return RealDate.now() + shift();
      }
    } as DateConstructor;
  }, KEY);
}
