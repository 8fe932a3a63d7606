/** Runs tests in WebKitGTK, the engine of Safari as far as Linux can have it. */
import type { BrowserLauncher } from '@web/test-runner';
import { createPage, type WebKitPage } from './page.ts';
import { startWebKit, type RunningWebKit } from './start.ts';

interface Running extends RunningWebKit {
  page: WebKitPage;
}

const defaultViewport = { width: 800, height: 600 };

/** A launcher of one window that the test files share, one after the other. */
export class WebKitLauncher implements BrowserLauncher {
  readonly name = 'WebKit';
  /** The commands of the test runner know how to drive a page of this type; `getPage` gives one. */
  readonly type = 'puppeteer';
  readonly concurrency = 1;
  readonly #urls = new Map<string, string>();
  #starting: Promise<Running> | undefined;
  #page: WebKitPage | undefined;

  async startSession(id: string, url: string): Promise<void> {
    this.#starting ??= start();
    const { session, page } = await this.#starting;
    this.#page = page;
    this.#urls.set(id, url);
    await page.setViewport(defaultViewport);
    await session.post('/url', { url });
  }

  isActive(id: string): boolean {
    return this.#urls.has(id);
  }

  getBrowserUrl(id: string): string | undefined {
    return this.#urls.get(id);
  }

  getPage(): WebKitPage | undefined {
    return this.#page;
  }

  async stopSession(id: string): Promise<Record<string, never>> {
    this.#urls.delete(id);
    const running = await this.#starting;
    // A page that hangs refuses both; the window is then closed by stop().
    await running?.session.delete('/actions').catch(() => {});
    await running?.session.post('/url', { url: 'about:blank' }).catch(() => {});
    return {};
  }

  async startDebugSession(): Promise<void> {
    throw new Error('WebKitGTK cannot be debugged here. Use BROWSERS=chromium.');
  }

  async stop(): Promise<void> {
    const running = await this.#starting?.catch(() => undefined);
    await running?.stop();
  }
}

async function start(): Promise<Running> {
  const running = await startWebKit();
  return { ...running, page: createPage(running.session) };
}
