/** What assistive technology is told of each element, as text that a person can read: `accessibility/*.txt`. */
import type { Browser, Page, SerializedAXNode } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, createProfile } from '../shared/browsers/launch.ts';
import { READY, startGallery, type Gallery } from './gallery-site.ts';

const QUESTIONS = ['nps', 'csat', 'ces', 'choice', 'text', 'attachment', 'consent', 'matrix'];
/** Prompts in each place that has a role of its own. */
const OVERLAYS = [
  'prompt-corner',
  'prompt-modal',
  'prompt-inline',
  'launcher-bottom-end',
  'launcher-hideable',
];
const TAGS = [...QUESTIONS, 'complaint', 'survey', ...OVERLAYS];
const STATES = ['empty', 'chosen', 'disabled', 'error', 'sent', 'stored', 'refused'];
/** What only holds others together, or is said by what holds it. */
const UNSAID = ['none', 'generic', 'paragraph', 'LabelText', 'InlineTextBox'];
/** Reference numbers and times, which are others in each run. */
const CHANGES = /HD(-\w{3}){3}|H D(, \w \w \w){3}|\w{3} \d+, \d+:\d+\s[AP]M/;
/** What is said of a node beside its role and name, in this order. */
const SAID = [
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
  it('is told to assistive technology in each state', async () => {
    const told: string[] = [];
    for (const state of STATES) {
      await page.goto(`${gallery.origin}/?colours=light&element=heed-${tag}&state=${state}`);
      await page.evaluate(`(async () => {${READY}})()`);
      for (const section of await page.$$('main section')) {
        const title = await section.$eval('h2', ({ textContent }) => textContent);
        const root = await section.$(rootOf(tag));
        const tree = root && (await page.accessibility.snapshot({ root, interestingOnly: false }));
        told.push(`# ${title}: ${state}\n\n${tree ? describeNode(tree) : ''}\n`);
      }
    }
    await expect(told.join('')).toMatchFileSnapshot(`accessibility/${tag}.txt`);
  });
});

/** A prompt and a launcher have no box of their own, and so no node. */
function rootOf(tag: string): string {
  if (tag.startsWith('prompt')) return 'heed-prompt >>> [part=panel]';
  return tag.startsWith('launcher') ? 'heed-launcher >>> [part=base]' : 'figure > :last-child';
}

function describeNode(node: SerializedAXNode, above = '', depth = 0): string {
  const { role, children = [] } = node;
  const name = (node.name ?? '').replace(CHANGES, '…');
  const isSaid = !UNSAID.includes(role) && !(role === 'StaticText' && above.includes(name));
  const below = children.map((child) => describeNode(child, isSaid ? name : above, depth + Number(isSaid)));
  if (!isSaid) return below.join('');
  const said = SAID.filter((what) => ![undefined, false, 'false'].includes(node[what] as undefined)).map(
    (what) => `${what}: ${String(node[what])}`,
  );
  const line = [role, name && JSON.stringify(name), ...said].filter(Boolean).join(', ');
  return `${'  '.repeat(depth)}${line}\n${below.join('')}`;
}
