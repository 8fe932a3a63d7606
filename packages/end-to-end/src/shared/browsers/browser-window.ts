/** A browser window with the same interface in all engines. */
import { createPage, startWebKit } from '@heed/tooling/webkit';
import type { KeyInput } from 'puppeteer-core';
import type { Engine } from './engines.ts';
import { launchBrowser, createProfile } from './launch.ts';

export interface BrowserWindow {
  open(url: string): Promise<void>;
  /** Runs the body of an async function in the page and returns its result. */
  run<Result>(script: string): Promise<Result>;
  /** Sends real key events. */
  keyboard: {
    type(text: string): Promise<unknown>;
    press(key: string): Promise<unknown>;
    down(key: string): Promise<unknown>;
    up(key: string): Promise<unknown>;
  };
  /** Sends real pointer events, at viewport coordinates. */
  mouse: {
    move(x: number, y: number): Promise<unknown>;
    click(x: number, y: number): Promise<unknown>;
    down(): Promise<unknown>;
    up(): Promise<unknown>;
  };
  setViewport(size: { width: number; height: number }): Promise<unknown>;
  /** Returns a PNG of the viewport. */
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** @param hasScripts `false` disables the page's scripts, which is possible in Chromium only */
export async function openBrowserWindow(engine: Engine, hasScripts = true): Promise<BrowserWindow> {
  if (engine === 'webkit') return openWebKit();
  const profile = createProfile();
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

async function openWebKit(): Promise<BrowserWindow> {
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
