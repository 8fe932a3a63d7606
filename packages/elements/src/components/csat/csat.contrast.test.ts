import '../../define/csat.ts';
import { setMediaFeatures } from '@heed/tooling/commands';
import { backgroundOf, contrast } from '@heed/testing/suites/contrast';
import { clickOn, inside, mount, unmountAll } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { applyTheme, THEMES } from '../../themes/index.ts';
import type { HeedCsat } from './csat.ts';

/** As WCAG 2.2 asks of what tells the state of a control (1.4.11). */
const ENOUGH = 3;
const ACCENTS = ['#3b4fd8', '#f59e0b', '#16a34a', '#06b6d4', '#ffffff', '#000000', '#ff00ff', '#ffff00'];

const optionOf = (element: Element, step: number): HTMLElement =>
  inside(element, `[part~=option]:nth-child(${step})`);
const drawingOf = (element: Element, step: number): string =>
  getComputedStyle(inside(element, `[part~=option]:nth-child(${step}) svg`)).color;

async function show(attributes: Record<string, string>, parent?: Element): Promise<HeedCsat> {
  const element = await mount<HeedCsat>(
    'heed-csat',
    { survey: 'contrast', value: '1', ...attributes },
    parent,
  );
  await Promise.all(element.shadowRoot?.getAnimations().map(({ finished }) => finished) ?? []);
  return element;
}

async function mountPlace(colours: string): Promise<HTMLElement> {
  const place = await mount('div');
  place.style.cssText = `color-scheme: ${colours}; background: ${colours === 'dark' ? '#11131a' : '#fff'}`;
  return place;
}

function expectClear(element: Element, of: string): void {
  const [chosen, other] = [1, 2].map((step) => backgroundOf(optionOf(element, step)));
  expect(contrast(chosen ?? '', other ?? ''), `${of}: chosen against the others`).to.be.at.least(ENOUGH);
  expect(contrast(drawingOf(element, 1), chosen ?? ''), `${of}: chosen drawing`).to.be.at.least(ENOUGH);
  expect(contrast(drawingOf(element, 2), other ?? ''), `${of}: other drawing`).to.be.at.least(ENOUGH);
}

describe('the contrast of a chosen step of <heed-csat>', () => {
  afterEach(async () => {
    unmountAll();
    await setMediaFeatures({});
  });

  for (const display of ['faces', 'thumbs']) {
    for (const [name, theme] of Object.entries(THEMES)) {
      for (const colours of ['light', 'dark']) {
        it(`is enough among ${display} in "${name}", ${colours}`, async () => {
          const place = await mountPlace(colours);
          applyTheme(place, theme);
          expectClear(await show({ display }, place), name);
        });
      }
    }

    for (const colours of ['light', 'dark']) {
      it(`is enough among ${display} with any accent, ${colours}`, async () => {
        const place = await mountPlace(colours);
        for (const accent of ACCENTS) {
          place.style.setProperty('--heed-color-accent', accent);
          expectClear(await show({ display }, place), accent);
        }
      });
    }

    it(`stays enough among ${display} under the pointer`, async () => {
      const element = await show({ display });
      await clickOn(optionOf(element, 1));
      expectClear(element, 'hovered');
    });
  }

  for (const display of ['stars', 'faces', 'thumbs']) {
    for (const colours of ['light', 'dark']) {
      it(`is enough among ${display} in forced colours, ${colours}`, async () => {
        const features = { 'forced-colors': 'active', 'prefers-color-scheme': colours };
        // Only Chromium can force colours.
        if (!(await setMediaFeatures(features))) return;
        const element = await show({ display });
        const system = await mount('div');
        system.style.cssText = 'forced-color-adjust: none; background: Highlight; color: HighlightText';
        const { backgroundColor, color } = getComputedStyle(system);
        expect(getComputedStyle(optionOf(element, 1)).backgroundColor).to.equal(backgroundColor);
        expect(drawingOf(element, 1)).to.equal(color);
        system.style.cssText = 'forced-color-adjust: none; color: ButtonText';
        if (display === 'stars') expect(drawingOf(element, 2)).to.equal(getComputedStyle(system).color);
      });
    }
  }
});
