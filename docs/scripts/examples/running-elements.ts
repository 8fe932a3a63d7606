/** Compares what the manifest says of an element with the element itself, running in Chromium. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { requireTool } from '@heed/tooling/browsers';
import { launch, type Page } from 'puppeteer-core';
import { readElement } from '../blocks/elements.ts';
import type { Finding, Report } from '../findings.ts';
import type { Observed } from './observe.ts';
import { bundle } from './document.ts';

const TAGS = [
  'heed-attachment',
  'heed-ces',
  'heed-choice',
  'heed-consent',
  'heed-csat',
  'heed-nps',
  'heed-text',
  'heed-matrix',
  'heed-complaint',
  'heed-survey',
  'heed-prompt',
  'heed-launcher',
];
const FILE = 'packages/elements/custom-elements.json';

const SCRIPT = `
  ${TAGS.map((tag) => `import '@heed/elements/define/${tag.replace('heed-', '')}';`).join('\n')}
  import { observe } from './scripts/examples/observe.ts';
  globalThis.observe = observe;`;

export async function checkRunningElements(): Promise<Report> {
  const browser = await launch({ executablePath: requireTool('chromium'), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(await serveEmptyPage());
    await page.addScriptTag({ content: await bundle(SCRIPT), type: 'module' });
    const findings: Finding[] = [];
    for (const tag of TAGS) findings.push(...compare(tag, await observe(page, tag)));
    return { checked: TAGS.length, findings };
  } finally {
    await browser.close();
  }
}

async function observe(page: Page, tag: string): Promise<Observed> {
  return page.evaluate((name) => Reflect.get(globalThis, 'observe')(name) as Promise<Observed>, tag);
}

/** Some of what an element shows depends on a secure context, which an empty tab is not. */
async function serveEmptyPage(): Promise<string> {
  const server = createServer((_, response) =>
    response.end('<!doctype html><title>Elements</title>'),
  ).unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function compare(tag: string, observed: Observed): Finding[] {
  const { attributes = [], members = [], cssParts = [], cssProperties = [] } = readElement(tag);
  const fields = members.filter(
    ({ kind, description, privacy }) => kind === 'field' && description && !privacy,
  );
  const documented: Observed = {
    attributes: attributes.map(({ name }) => name),
    properties: fields.map(({ name }) => name),
    parts: cssParts.flatMap(({ name, description = '' }) => [name, ...namesIn(description)]),
    customProperties: cssProperties.map(({ name }) => name),
  };
  return (Object.keys(documented) as (keyof Observed)[]).flatMap((kind) =>
    [
      ...missing(documented[kind], observed[kind]).map(
        (name) => `<${tag}> has no "${name}" (${kind}), but documents it.`,
      ),
      ...(kind === 'properties' ? [] : missing(observed[kind], documented[kind])).map(
        (name) => `<${tag}> has "${name}" (${kind}) and does not document it.`,
      ),
    ].map((message) => ({ file: FILE, message })),
  );
}

function missing(wanted: string[], present: string[]): string[] {
  return Array.from(new Set(wanted).difference(new Set(present)));
}

/** A part may be described as code in the entry of another part. */
function namesIn(description: string): string[] {
  return Array.from(description.matchAll(/`([a-z-]+)`/g), (match) => match[1] ?? '');
}
