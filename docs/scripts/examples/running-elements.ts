/** Compares the manifest with the elements in Chromium. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { requireTool } from '@heed/tooling/browsers';
import { launch, type Page } from 'puppeteer-core';
import { listTags, readElement } from '../blocks/elements.ts';
import type { Finding, Report } from '../findings.ts';
import type { Observed } from './observe.ts';
import { bundle } from './document.ts';

const FILE = 'packages/elements/custom-elements.json';

export async function checkRunningElements(): Promise<Report> {
  const tags = listTags();
  const browser = await launch({ executablePath: requireTool('chromium'), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(await serveEmptyPage());
    await page.addScriptTag({ content: await bundle(createScript(tags)), type: 'module' });
    const findings: Finding[] = [];
    for (const tag of tags) findings.push(...compare(tag, await observe(page, tag)));
    return { checked: tags.length, findings };
  } finally {
    await browser.close();
  }
}

function createScript(tags: readonly string[]): string {
  const imports = tags.map((tag) => `import '@heed/elements/define/${tag.replace('heed-', '')}';`);
  return `${imports.join('\n')}
    import { observe } from './scripts/examples/observe.ts';
    globalThis.observe = observe;`;
}

async function observe(page: Page, tag: string): Promise<Observed> {
  return page.evaluate((name) => Reflect.get(globalThis, 'observe')(name) as Promise<Observed>, tag);
}

/** Some parts depend on a secure context, and an empty tab is not secure. */
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
    parts: cssParts.flatMap(({ name, description = '' }) => [name, ...readNames(description)]),
    customProperties: cssProperties.map(({ name }) => name),
  };
  return (Object.keys(documented) as (keyof Observed)[]).flatMap((kind) =>
    [
      ...missing(documented[kind], observed[kind]).map(
        (name) => `<${tag}> documents "${name}" (${kind}), which does not exist.`,
      ),
      ...(kind === 'properties' ? [] : missing(observed[kind], documented[kind])).map(
        (name) => `<${tag}> does not document "${name}" (${kind}).`,
      ),
    ].map((message) => ({ file: FILE, message })),
  );
}

function missing(wanted: string[], present: string[]): string[] {
  return Array.from(new Set(wanted).difference(new Set(present)));
}

/** Returns names in backticks, because the description of a part may mention other parts. */
function readNames(description: string): string[] {
  return Array.from(description.matchAll(/`([a-z-]+)`/g), (match) => match[1] ?? '');
}
