/** Runs tests in WebKitGTK, the engine of Safari on Linux. */
import type { BrowserLauncher } from '@web/test-runner';
import { createPage, type WebKitPage } from './page.ts';
import { startWebKit, type RunningWebKit } from './start.ts';

interface Running extends RunningWebKit {
  page: WebKitPage;
}

const defaultViewport = { width: 800, height: 600 };

/** Launches one window, which all test files use one after the other. */
export class WebKitLauncher implements BrowserLauncher {
  readonly name = 'WebKit';
  /** The commands of the test runner support pages of this type, which `getPage` returns. */
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
    // Both fail if the page hangs. stop() then closes the window.
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
