import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startShop, type Shop } from './shop-site.ts';
import { openBrowserWindow, type BrowserWindow } from '../shared/browsers/browser-window.ts';
import { ENGINES } from '../shared/browsers/engines.ts';

/**
 * Returns the position and size of each element and of its parts, in whole pixels. Excludes surveys, because the server
 * does not know the number of steps.
 */
const READ_LAYOUT = `
  const boxes = [];
  for (const element of document.querySelectorAll('body *')) {
    if (!element.localName.startsWith('heed-') || element.closest('heed-survey')) continue;
    await Promise.all(element.shadowRoot.getAnimations().map(({ finished }) => finished));
    for (const inner of [element, ...element.shadowRoot.querySelectorAll('[part]')]) {
      const { x, y, width, height } = inner.getBoundingClientRect();
      if (width && height) boxes.push([inner.getAttribute('part') ?? inner.localName, ...[x, y, width, height].map(Math.round)].join(' '));
    }
  }
  return boxes;`;
const HYDRATE = 'await hydrate();';
const ANSWER = `
  const nps = document.querySelector('heed-nps');
  nps.shadowRoot.querySelectorAll('input')[7].click();
  await nps.updateComplete;
  return [nps.value, nps.shadowRoot.querySelectorAll('[part~=option-chosen]').length, nps.shadowRoot.querySelectorAll('form').length];`;

let shop: Shop;

beforeAll(async () => {
  shop = await startShop();
});

afterAll(() => shop.close());

describe.each(ENGINES)('a server-rendered page in %s', (engine) => {
  let window: BrowserWindow;

  beforeAll(async () => {
    window = await openBrowserWindow(engine);
  });

  afterAll(() => window.close());

  it('has the same layout before and after hydration', async () => {
    await window.open(shop.origin);
    const before = await window.run<string[]>(READ_LAYOUT);
    expect(before.length).toBeGreaterThan(40);
    await window.run(HYDRATE);
    expect(await window.run(READ_LAYOUT)).toEqual(before);
  });

  it('can be answered after hydration, and renders everything once', async () => {
    await window.open(shop.origin);
    await window.run(HYDRATE);
    expect(await window.run(ANSWER)).toEqual([7, 1, 1]);
  });

  it('shows the first question of a survey before hydration, and its buttons afterwards', async () => {
    await window.open(shop.origin);
    const shown = `
      const survey = document.querySelector('heed-survey');
      const isShown = (element) => element.getBoundingClientRect().height > 0;
      return [...survey.children].map(isShown).concat(!!survey.shadowRoot.querySelector('[part=actions] button'));`;
    expect(await window.run(shown)).toEqual([true, false, false]);
    await window.run(HYDRATE);
    expect(await window.run(shown)).toEqual([true, false, true]);
  });

  it('renders the language in the lang attributes', async () => {
    await window.open(shop.origin);
    const question = `
      const [ces, complaint] = document.querySelectorAll('heed-ces, heed-complaint[lang]');
      const readQuestion = (element) => element.shadowRoot.querySelector('[part=question]').textContent.trim();
      return [readQuestion(ces), readQuestion(complaint.shadowRoot.querySelector('heed-text'))];`;
    const before = await window.run(question);
    await window.run(HYDRATE);
    expect(before).toEqual(['Ich konnte mein Anliegen leicht klären.', 'Was ist passiert?']);
    expect(await window.run(question)).toEqual(before);
  });
});

// Puppeteer cannot disable scripts in Firefox, and WebDriver cannot in WebKit.
describe('without scripts, in chromium', () => {
  let window: BrowserWindow;

  beforeAll(async () => {
    window = await openBrowserWindow('chromium', false);
  });

  afterAll(() => window.close());

  it('shows the question without inactive controls, and posts the form inside', async () => {
    await window.open(shop.origin);
    const [question, step] = await window.run<boolean[]>(`
      const { shadowRoot } = document.querySelector('heed-nps');
      const isShown = (element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;
      return [isShown(shadowRoot.querySelector('[part=question]')), isShown(shadowRoot.querySelector('[part~=option]'))];`);
    expect([question, step]).toEqual([true, false]);
    await window.run(`document.querySelector('heed-nps form button').click();`);
    await expect.poll(() => shop.posted).toContain('score=9');
  });
});
