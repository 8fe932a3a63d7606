import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowserWindow, type BrowserWindow } from '../shared/browsers/browser-window.ts';
import { ENGINES } from '../shared/browsers/engines.ts';
import { READY, startGallery, type Gallery } from './gallery-site.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const createScript = (selector: string, options: object): string => `
  const { violations } = await axe.run(${JSON.stringify(selector)}, ${JSON.stringify(options)});
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => [id, node.target.flat().join(' '), node.failureSummary].join(': ')));`;
const RUN_AXE = createScript('main', { resultTypes: ['violations'] });
/** WCAG 2.2, success criterion 1.4.6, without the captions of the page. */
const RUN_ENHANCED_CONTRAST = createScript('main figure > :last-child', {
  runOnly: ['color-contrast-enhanced'],
});
/** Counts the elements in the page. */
const COUNT = `return [...document.querySelectorAll('main figure > :defined')].filter((element) => element.shadowRoot).length;`;

/** Elements that cover the page are tested separately. */
const OVERLAYS = [
  ...['corner', 'popover', 'modal', 'sheet', 'inline', 'preview', 'explained'].map(
    (name) => `prompt-${name}`,
  ),
  ...['bottom-end', 'start', 'badge', 'hideable'].map((name) => `launcher-${name}`),
];
const OUTCOMES = ['chosen', 'error', 'sent', 'refused'];
const THEMES = ['plain', 'rounded', 'contrast', 'compact'];
const VIEWS = ['colours=light', 'colours=dark', 'colours=light&language=ar'];
const THEME_VIEWS = THEMES.flatMap((theme) =>
  ['light', 'dark'].map((colours) => `colours=${colours}&theme=${theme}&state=chosen`),
);

let gallery: Gallery;

beforeAll(async () => {
  gallery = await startGallery();
});

afterAll(() => gallery.close());

describe.each(ENGINES)('every element in every state, under a strict policy, in %s', (engine) => {
  let window: BrowserWindow;

  beforeAll(async () => {
    window = await openBrowserWindow(engine);
  });

  afterAll(() => window.close());

  it.each([...VIEWS, ...THEME_VIEWS])('has no axe violations: %s', async (view) => {
    expect(await findViolations(view)).toEqual([]);
    expect(await window.run<number>(COUNT)).toBeGreaterThanOrEqual(16);
  });

  it.each(OVERLAYS)('has no axe violations in heed-%s', async (name) => {
    for (const view of ['colours=light', 'colours=dark&language=ar'])
      expect(await findViolations(`element=heed-${name}&${view}`)).toEqual([]);
  });

  it.each(OUTCOMES)('has no axe violations in a prompt whose question has the state %s', async (state) => {
    expect(await findViolations(`element=heed-prompt-corner&colours=light&state=${state}`)).toEqual([]);
  });

  it.each(['light', 'dark'])(
    'has a contrast of at least 7:1 in the high-contrast theme: %s',
    async (colours) => {
      await window.open(`${gallery.origin}/?colours=${colours}&theme=contrast`);
      await window.run(READY);
      await window.run(`${AXE}; window.axe = axe;`);
      expect(await window.run(RUN_ENHANCED_CONTRAST)).toEqual([]);
    },
  );

  async function findViolations(view: string): Promise<unknown> {
    await window.open(`${gallery.origin}/?${view}`);
    await window.run(READY);
    expect(gallery.violations).toEqual([]);
    await window.run(`${AXE}; window.axe = axe;`);
    return window.run(RUN_AXE);
  }

  it('detects violations inside the elements', async () => {
    await window.open(`${gallery.origin}/?colours=light&state=chosen`);
    await window.run(READY);
    await window.run(`${AXE}; window.axe = axe;`);
    await window.run(`document.querySelector('main').style.setProperty('--heed-color-text', '#ccc');`);
    expect(await window.run(RUN_AXE)).not.toEqual([]);
    expect(await window.run(RUN_ENHANCED_CONTRAST)).not.toEqual([]);
  });
});
