import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startShop, type Shop } from './shop-site.ts';
import { openBrowserWindow, type BrowserWindow } from '../shared/browsers/browser-window.ts';
import { ENGINES } from '../shared/browsers/engines.ts';

/**
 * Where each element and what it shows lies, in whole pixels, and the words that are there to be read. Not of a survey:
 * a server does not know how many steps it will have.
 */
const LOOK = `
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

describe.each(ENGINES)('a page drawn on the server, in %s', (engine) => {
  let window: BrowserWindow;

  beforeAll(async () => {
    window = await openBrowserWindow(engine);
  });

  afterAll(() => window.close());

  it('looks the same before and after the elements have taken over', async () => {
    await window.open(shop.origin);
    const before = await window.run<string[]>(LOOK);
    expect(before.length).toBeGreaterThan(40);
    await window.run(HYDRATE);
    expect(await window.run(LOOK)).toEqual(before);
  });

  it('can be answered then, and holds everything once', async () => {
    await window.open(shop.origin);
    await window.run(HYDRATE);
    expect(await window.run(ANSWER)).toEqual([7, 1, 1]);
  });

  it('shows the first question of a survey at once, and leads through all of them then', async () => {
    await window.open(shop.origin);
    const shown = `
      const survey = document.querySelector('heed-survey');
      const isShown = (element) => element.getBoundingClientRect().height > 0;
      return [...survey.children].map(isShown).concat(!!survey.shadowRoot.querySelector('[part=actions] button'));`;
    expect(await window.run(shown)).toEqual([true, false, false]);
    await window.run(HYDRATE);
    expect(await window.run(shown)).toEqual([true, false, true]);
  });

  it('speaks the language of its tags', async () => {
    await window.open(shop.origin);
    const question = `
      const [ces, complaint] = document.querySelectorAll('heed-ces, heed-complaint[lang]');
      const words = (element) => element.shadowRoot.querySelector('[part=question]').textContent.trim();
      return [words(ces), words(complaint.shadowRoot.querySelector('heed-text'))];`;
    const before = await window.run(question);
    await window.run(HYDRATE);
    expect(before).toEqual(['Ich konnte mein Anliegen leicht klären.', 'Was ist passiert?']);
    expect(await window.run(question)).toEqual(before);
  });
});

// Puppeteer cannot switch them off in Firefox, nor WebDriver in WebKit.
describe('without scripts, in chromium', () => {
  let window: BrowserWindow;

  beforeAll(async () => {
    window = await openBrowserWindow('chromium', false);
  });

  afterAll(() => window.close());

  it('shows what is asked and nothing that cannot be operated, and a form inside still posts', async () => {
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
