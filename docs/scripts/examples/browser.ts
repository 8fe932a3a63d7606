/** Runs the html examples, and the ts examples marked `browser` or `worker`, in Chromium under the strict policy. */
import { setTimeout } from 'node:timers/promises';
import { requireTool } from '@heed/tooling/browsers';
import { launch, type Browser, type Page } from 'puppeteer-core';
import type { Finding, Report } from '../findings.ts';
import { answerElements } from './answer.ts';
import { bundle, putDocument, putPage } from './document.ts';
import { compareOutput } from './node.ts';
import { createName, type Example } from './read.ts';
import { startExampleServer, type ExampleServer } from './server.ts';

const LIMIT_MS = 15_000;
/** Ends an example that never settles, such as one whose element is never defined. */
const EXAMPLE_LIMIT_MS = 120_000;

/** The members that are used here. The DOM library of TypeScript does not contain them. */
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
      const message = await runExample(browser, server, example);
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

/** Runs an example. Returns the problem, or `undefined`. */
async function runExample(
  browser: Browser,
  server: ExampleServer,
  example: Example,
): Promise<string | undefined> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  const output = collectOutput(page);
  try {
    await Promise.race([chooseRun(example)(page, server, example), failLate()]);
    if (output.errors.length > 0) return `Prints errors to the console:\n${output.errors.join('\n')}`;
    return compareOutput(example, output.lines);
  } catch (error) {
    return [error, ...output.errors].join('\n');
  } finally {
    await context.close();
  }
}

async function failLate(): Promise<never> {
  await setTimeout(EXAMPLE_LIMIT_MS, undefined, { ref: false });
  throw new Error(`It did not end within ${EXAMPLE_LIMIT_MS / 1000} s.`);
}

function chooseRun({ language, marks }: Example): typeof runHtml {
  if (language === 'html') return runHtml;
  return marks.has('worker') ? runWorker : runScript;
}

async function runHtml(page: Page, server: ExampleServer, example: Example): Promise<void> {
  const path = await putDocument(server, createName(example), example.code);
  await page.goto(server.origin + path);
  await answerElements(page);
}

async function runScript(page: Page, server: ExampleServer, example: Example): Promise<void> {
  const name = createName(example);
  server.put(`/${name}.js`, 'text/javascript', await bundle(`${example.code}\ndocument.title = 'ended';`));
  const path = putPage(server, name, `<script type="module" src="/${name}.js"></script>`);
  await page.goto(server.origin + path);
  await page.waitForFunction(() => document.title === 'ended');
}

async function runWorker(page: Page, server: ExampleServer, example: Example): Promise<void> {
  const name = createName(example);
  server.put(`/${name}.js`, 'text/javascript', await bundle(example.code));
  await page.goto(server.origin + putPage(server, name, ''));
  await page.evaluate(async (path) => {
    // The only policy name that the page allows. Lit is not in this page.
    const policy = trustedTypes.createPolicy('lit-html', { createScriptURL: (url) => url });
    const registered = navigator.serviceWorker.register(policy.createScriptURL(path));
    // Rejects if the script fails. In that case, `ready` never resolves.
    await Promise.all([registered, navigator.serviceWorker.ready]);
  }, `/${name}.js`);
}

/** Collects everything that the page prints or throws. Policy violations are printed as errors. */
function collectOutput(page: Page): { errors: string[]; lines: string[] } {
  const output = { errors: [] as string[], lines: [] as string[] };
  page.on('pageerror', (error) => output.errors.push(String(error)));
  page.on('console', (message) => {
    const isError = message.type() === 'error' || message.type() === 'warn';
    (isError ? output.errors : output.lines).push(message.text());
  });
  return output;
}
