/** The accessibility tree of each element as readable text, in `accessibility/*.txt`. */
import type { Browser, Page, SerializedAXNode } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, createProfile } from '../shared/browsers/launch.ts';
import { READY, startGallery, type Gallery } from './gallery-site.ts';

const QUESTIONS = ['nps', 'csat', 'ces', 'choice', 'text', 'attachment', 'consent', 'matrix'];
/** Prompts in each placement with a different role, and launchers. */
const OVERLAYS = [
  'prompt-corner',
  'prompt-modal',
  'prompt-inline',
  'launcher-bottom-end',
  'launcher-hideable',
];
const TAGS = [...QUESTIONS, 'complaint', 'survey', ...OVERLAYS];
const STATES = ['empty', 'chosen', 'disabled', 'error', 'sent', 'stored', 'refused'];
/** Roles without meaning, or whose text is in the name of their parent. */
const IGNORED_ROLES = ['none', 'generic', 'paragraph', 'LabelText', 'InlineTextBox'];
/** Reference numbers and times, which differ in each run. */
const VARIABLE_TEXT = /HD(-\w{3}){3}|H D(, \w \w \w){3}|\w{3} \d+, \d+:\d+\s[AP]M/;
/** The properties of a node that are listed after its role and name, in this order. */
const PROPERTIES = [
  'value',
  'description',
  'checked',
  'pressed',
  'expanded',
  'disabled',
  'required',
  'readonly',
  'invalid',
] as const;

const profile = createProfile();
let gallery: Gallery;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  gallery = await startGallery();
  browser = await launchBrowser('chromium', profile.path);
  page = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
  profile.remove();
  await gallery.close();
});

describe.each(TAGS)('heed-%s', (tag) => {
  it('has the expected accessibility tree in each state', async () => {
    const trees: string[] = [];
    for (const state of STATES) {
      await page.goto(`${gallery.origin}/?colours=light&element=heed-${tag}&state=${state}`);
      await page.evaluate(`(async () => {${READY}})()`);
      for (const section of await page.$$('main section')) {
        const title = await section.$eval('h2', ({ textContent }) => textContent);
        const root = await section.$(getRootSelector(tag));
        const tree = root && (await page.accessibility.snapshot({ root, interestingOnly: false }));
        trees.push(`# ${title}: ${state}\n\n${tree ? describeNode(tree) : ''}\n`);
      }
    }
    await expect(trees.join('')).toMatchFileSnapshot(`accessibility/${tag}.txt`);
  });
});

/** Returns the element to start from. A prompt and a launcher have no box and therefore no node. */
function getRootSelector(tag: string): string {
  if (tag.startsWith('prompt')) return 'heed-prompt >>> [part=panel]';
  return tag.startsWith('launcher') ? 'heed-launcher >>> [part=base]' : 'figure > :last-child';
}

function describeNode(node: SerializedAXNode, parentName = '', depth = 0): string {
  const { role, children = [] } = node;
  const name = (node.name ?? '').replace(VARIABLE_TEXT, '…');
  const isListed = !IGNORED_ROLES.includes(role) && !(role === 'StaticText' && parentName.includes(name));
  const descendants = children.map((child) =>
    describeNode(child, isListed ? name : parentName, depth + Number(isListed)),
  );
  if (!isListed) return descendants.join('');
  const properties = PROPERTIES.filter(
    (property) => ![undefined, false, 'false'].includes(node[property] as undefined),
  ).map((property) => `${property}: ${String(node[property])}`);
  const line = [role, name && JSON.stringify(name), ...properties].filter(Boolean).join(', ');
  return `${'  '.repeat(depth)}${line}\n${descendants.join('')}`;
}
