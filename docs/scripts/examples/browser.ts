/** Runs the html examples, and the ts examples marked `browser` or `worker`, in Chromium under the strict policy. */
import { requireTool } from '@heed/tooling/browsers';
import { launch, type Browser, type Page } from 'puppeteer-core';
import type { Finding, Report } from '../findings.ts';
import { answerElements } from './answer.ts';
import { bundle, putDocument, putPage } from './document.ts';
import { compareOutput } from './node.ts';
import { nameOf, type Example } from './read.ts';
import { startExampleServer, type ExampleServer } from './server.ts';

const LIMIT_MS = 15_000;

/** As much of it as is used here; TypeScript's DOM library has none. */
declare const trustedTypes: {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): URL };
};

export async function runInBrowser(examples: Example[]): Promise<Report> {
  const runnable = examples.filter(isForBrowser);
  const server = await startExampleServer();
  const browser = await launch({ executablePath: requireTool('chromium'), args: ['--no-sandbox'] });
  const findings: Finding[] = [];
  try {
    for (const example of runnable) {
      const message = await runOne(browser, server, example);
      if (message) findings.push({ file: example.file, line: example.line, message });
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return { checked: runnable.length, findings };
}

function isForBrowser({ language, marks }: Example): boolean {
  return !marks.has('fragment') && (language === 'html' || marks.has('browser') || marks.has('worker'));
}

/** What went wrong; undefined when nothing did. */
async function runOne(
  browser: Browser,
  server: ExampleServer,
  example: Example,
): Promise<string | undefined> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  const heard = listen(page);
  try {
    await chooseRun(example)(page, server, example);
    if (heard.complaints.length > 0) return `The console says:\n${heard.complaints.join('\n')}`;
    return compareOutput(example, heard.printed);
  } catch (error) {
    return [error, ...heard.complaints].join('\n');
  } finally {
    await context.close();
  }
}

function chooseRun({ language, marks }: Example): typeof runHtml {
  if (language === 'html') return runHtml;
  return marks.has('worker') ? runWorker : runScript;
}

async function runHtml(page: Page, server: ExampleServer, example: Example): Promise<void> {
  const path = await putDocument(server, nameOf(example), example.code);
  await page.goto(server.origin + path);
  await answerElements(page);
}

async function runScript(page: Page, server: ExampleServer, example: Example): Promise<void> {
  const name = nameOf(example);
  server.put(`/${name}.js`, 'text/javascript', await bundle(`${example.code}\ndocument.title = 'ended';`));
  const path = putPage(server, name, `<script type="module" src="/${name}.js"></script>`);
  await page.goto(server.origin + path);
  await page.waitForFunction(() => document.title === 'ended');
}

async function runWorker(page: Page, server: ExampleServer, example: Example): Promise<void> {
  const name = nameOf(example);
  server.put(`/${name}.js`, 'text/javascript', await bundle(example.code));
  await page.goto(server.origin + putPage(server, name, ''));
  await page.evaluate(async (path) => {
    // The one name that the policy allows; nothing of Lit is in this page.
    const policy = trustedTypes.createPolicy('lit-html', { createScriptURL: (url) => url });
    const registered = navigator.serviceWorker.register(policy.createScriptURL(path));
    // Rejects when the script fails, and then nothing is ever ready.
    await Promise.all([registered, navigator.serviceWorker.ready]);
  }, `/${name}.js`);
}

/** Everything that the page prints or throws; a violated policy is printed as an error. */
function listen(page: Page): { complaints: string[]; printed: string[] } {
  const heard = { complaints: [] as string[], printed: [] as string[] };
  page.on('pageerror', (error) => heard.complaints.push(String(error)));
  page.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warn';
    (isComplaint ? heard.complaints : heard.printed).push(message.text());
  });
  return heard;
}
