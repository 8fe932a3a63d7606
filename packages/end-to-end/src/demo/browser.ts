/** A real browser with an ear for what goes wrong in a page. */
import { requireTool } from '@heed/tooling/browsers';
import { launch, type Browser, type Page } from 'puppeteer-core';

export type Engine = 'chromium' | 'firefox';

/** What browsers say of a network that a test has cut. */
const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/;

export function launchBrowser(engine: Engine): Promise<Browser> {
  return launch({
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    executablePath: requireTool(engine),
    args: engine === 'chromium' ? ['--no-sandbox'] : [],
  });
}

export interface Visitor {
  page: Page;
  /** Errors and violations of the policy so far, but for those of a cut network. */
  problems: string[];
  leave(): Promise<void>;
}

/** Opens a page with a storage of its own. */
export async function openVisitor(browser: Browser): Promise<Visitor> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    const text = `${message.text()} ${message.location().url ?? ''}`;
    if (message.type() === 'error' && !NO_NETWORK.test(text)) problems.push(text);
  });
  await page.evaluateOnNewDocument(() => {
    addEventListener('securitypolicyviolation', (event) => {
      // oxlint-disable-next-line no-console -- how the page tells the test
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  return { page, problems, leave: () => context.close() };
}
