/** One window of each engine, as far as these tests need one. */
import { createPage, startWebKit } from '@heed/tooling/webkit';
import type { KeyInput } from 'puppeteer-core';
import { launchBrowser, makeProfile } from '../delivery/browser.ts';

export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;

export interface Window {
  open(url: string): Promise<void>;
  /** Runs the body of a function in the page and gives what it returns. */
  run<Result>(script: string): Promise<Result>;
  /** Real keys. */
  keyboard: {
    type(text: string): Promise<unknown>;
    press(key: string): Promise<unknown>;
    down(key: string): Promise<unknown>;
    up(key: string): Promise<unknown>;
  };
  /** A real pointer, by coordinates of the viewport. */
  mouse: {
    move(x: number, y: number): Promise<unknown>;
    click(x: number, y: number): Promise<unknown>;
    down(): Promise<unknown>;
    up(): Promise<unknown>;
  };
  setViewport(size: { width: number; height: number }): Promise<unknown>;
  /** A PNG of the viewport. */
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** @param hasScripts false: those of the page do not run, which only Chromium can do */
export async function openWindow(engine: (typeof ENGINES)[number], hasScripts = true): Promise<Window> {
  if (engine === 'webkit') return openWebKit();
  const profile = makeProfile();
  const browser = await launchBrowser(engine, profile.path);
  const page = await browser.newPage();
  if (!hasScripts) await page.setJavaScriptEnabled(false);
  return {
    open: async (url) => void (await page.goto(url)),
    run: (script) => page.evaluate(`(async () => { ${script} })()`) as never,
    keyboard: {
      type: (text) => page.keyboard.type(text),
      press: (key) => page.keyboard.press(key as KeyInput),
      down: (key) => page.keyboard.down(key as KeyInput),
      up: (key) => page.keyboard.up(key as KeyInput),
    },
    mouse: page.mouse,
    setViewport: (size) => page.setViewport(size),
    screenshot: () => page.screenshot(),
    async close() {
      await browser.close();
      profile.remove();
    },
  };
}

async function openWebKit(): Promise<Window> {
  const { session, stop } = await startWebKit();
  const { keyboard, mouse, setViewport, screenshot } = createPage(session);
  return {
    keyboard,
    mouse,
    setViewport,
    screenshot,
    open: async (url) => void (await session.post('/url', { url })),
    run: (script) => session.evaluate(script),
    close: stop,
  };
}
