/** Browser sessions that collect the errors of their page. */
import { requireTool } from '@heed/tooling/browsers';
import { launch, type Browser, type Page } from 'puppeteer-core';
import type { PuppeteerEngine } from './engines.ts';

/** Console errors caused by a network that a test has switched off. */
const NETWORK_ERROR =
  /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/;

/** Launches a browser with a temporary profile. */
export function launchTemporaryBrowser(engine: PuppeteerEngine): Promise<Browser> {
  return launch({
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    executablePath: requireTool(engine),
    args: engine === 'chromium' ? ['--no-sandbox'] : [],
  });
}

export interface UserSession {
  page: Page;
  /** Errors and policy violations so far, except network errors. */
  problems: string[];
  close(): Promise<void>;
}

/** Opens a page in a new browser context, which has separate storage. */
export async function openUserSession(browser: Browser): Promise<UserSession> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    const text = `${message.text()} ${message.location().url ?? ''}`;
    if (message.type() === 'error' && !NETWORK_ERROR.test(text)) problems.push(text);
  });
  await page.evaluateOnNewDocument(() => {
    addEventListener('securitypolicyviolation', (event) => {
      // oxlint-disable-next-line no-console -- reports the violation to the test
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  return { page, problems, close: () => context.close() };
}
