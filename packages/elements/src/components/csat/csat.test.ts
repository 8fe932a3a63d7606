import '../../define/csat.ts';
import '../../define/survey.ts';
import { setViewport } from '@heed/tooling/commands';
import { validateRecord } from '@heed/core';
import { findAxeViolations } from '@heed/testing/suites/axe';
import { formSuite } from '@heed/testing/suites/form-suite';
import { clickOn, inside, mount, press, unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { submitSuite } from '@heed/testing/suites/submit-suite';
import { expect } from 'chai';
import type { HeedCsat } from './csat.ts';

const step = (element: Element, value: number): HTMLInputElement =>
  inside<HTMLInputElement>(element, `[part~=option]:nth-child(${value}) input`);
const choose = (value: number) => (element: Element) => clickOn(step(element, value));
const steps = (element: Element): number =>
  element.shadowRoot?.querySelectorAll('[part~=option]').length ?? 0;
/** How many stars are filled. */
const filled = (element: Element): number =>
  [...(element.shadowRoot?.querySelectorAll('[part~=option] svg') ?? [])].filter(
    (star) => getComputedStyle(star).fill !== 'none',
  ).length;

formSuite({
  tag: 'heed-csat',
  answer: choose(4),
  entries: [['field', '4']],
  restored: { state: '2', value: 2 },
});
submitSuite({ tag: 'heed-csat', answer: choose(5), answers: [['csat', 'csat', 5]] });

describe('<heed-csat>', () => {
  afterEach(async () => {
    unmountAll();
    await setViewport({ width: 800, height: 600 });
  });

  it('fills the stars up to the chosen one', async () => {
    const element = await mount<HeedCsat>('heed-csat', { name: 'stars' });
    expect(filled(element)).to.equal(0);
    await choose(3)(element);
    await press('ArrowRight');
    expect(element.value).to.equal(4);
    await until('four stars', () => filled(element) === 4);
  });

  it('announces the missing answer again with each Enter key', async () => {
    const survey = await mount('heed-survey', { survey: 'around' });
    for (const [parent, attributes] of [
      [document.body, { survey: 'alone' }],
      [survey, { name: 'inside', required: '' }],
    ] as const) {
      const element = await mount<HeedCsat>('heed-csat', attributes, parent);
      if (parent === survey)
        await until('the survey', () => survey.shadowRoot?.querySelector('[part=submit]'));
      step(element, 1).focus();
      await press('Enter');
      const error = await until('the error', () =>
        element.shadowRoot?.querySelector('[part=error]:not([hidden])'),
      );
      expect(error?.textContent).to.contain('Please choose an answer.');
      await press('Enter');
      await until('a new error', () => {
        const next = element.shadowRoot?.querySelector('[part=error]:not([hidden])');
        return next && next !== error && next.textContent === error?.textContent;
      });
      expect(element.shadowRoot?.activeElement).to.equal(step(element, 1));
    }
  });

  it('includes the number of steps in the accessible names', async () => {
    const element = await mount<HeedCsat>('heed-csat', { name: 'stars' });
    expect(step(element, 4).ariaLabel).to.equal('4 of 5 stars');
    expect(step(element, 1).ariaLabel).to.equal('1 of 5 stars, Very unsatisfied');
  });

  for (const max of [2, 3, 7, 10]) {
    it(`has ${max} steps with "max", also in the record`, async () => {
      const element = await mount<HeedCsat>('heed-csat', {
        survey: 'max',
        max: String(max),
        value: String(max),
      });
      expect(steps(element)).to.equal(max);
      const records: unknown[] = [];
      element.addEventListener('heed-submit', (event) => {
        records.push(event.detail);
        event.respondWith({ state: 'sent' });
      });
      inside(element, '[part=submit]').click();
      await until('the record', () => records.length === 1);
      expect(validateRecord(records[0])).to.deep.equal([]);
      expect(records[0]).to.have.nested.property('answers[0].max', max);
      expect(records[0]).to.have.nested.property('answers[0].value', max);
    });
  }

  it('has two thumbs, of which the second points up and counts as 2', async () => {
    const element = await mount<HeedCsat>('heed-csat', { name: 'thumbs', display: 'thumbs' });
    expect(steps(element)).to.equal(2);
    expect(step(element, 2).ariaLabel).to.equal('2 of 2, Satisfied');
    await choose(2)(element);
    expect(element.value).to.equal(2);
  });

  it('draws a different face for each step', async () => {
    for (const max of [2, 3, 4, 5]) {
      const element = await mount<HeedCsat>('heed-csat', {
        name: 'faces',
        display: 'faces',
        max: String(max),
      });
      const drawn = [...(element.shadowRoot?.querySelectorAll('path') ?? [])].map((path) =>
        path.getAttribute('d'),
      );
      expect(new Set(drawn.slice(0, max)).size).to.equal(max);
    }
  });

  const invalidAttributes: [attributes: Record<string, string>, code: string, steps: number][] = [
    [{ max: '0' }, 'HEED_MAX', 5],
    [{ max: 'many' }, 'HEED_MAX', 5],
    [{ max: '' }, 'HEED_MAX', 5],
    [{ max: '11' }, 'HEED_MAX', 5],
    [{ display: 'hearts' }, 'HEED_DISPLAY', 5],
    [{ display: '' }, 'HEED_DISPLAY', 5],
    [{ display: 'faces', max: '7' }, 'HEED_DISPLAY', 7],
  ];
  for (const [attributes, code, expected] of invalidAttributes) {
    it(`warns with ${code} about ${JSON.stringify(attributes)} and can still be answered`, async () => {
      const warnings = await warningsDuring(async () => {
        const element = await mount<HeedCsat>('heed-csat', { name: 'mistake', ...attributes });
        expect(steps(element)).to.equal(expected);
        await choose(2)(element);
        expect(element.value).to.equal(2);
      });
      expect(warnings.length).to.equal(1);
      expect(warnings[0]).to.contain(`(${code})`);
    });
  }

  it('fits ten steps of each kind on a phone', async () => {
    await setViewport({ width: 320, height: 600 });
    for (const display of ['stars', 'numbers']) {
      const element = await mount<HeedCsat>('heed-csat', { survey: 'phone', display, max: '10' });
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      expect(inside(element, '[part~=option]').getBoundingClientRect().width).to.be.at.least(24);
    }
  });

  for (const attributes of [
    {},
    { value: '3' },
    { display: 'faces', value: '2' },
    { display: 'thumbs' },
    { disabled: '' },
  ] as Record<string, string>[]) {
    it(`has no axe violations with ${JSON.stringify(attributes)}`, async () => {
      const element = await mount<HeedCsat>('heed-csat', { survey: 'axe', ...attributes });
      expect(await findAxeViolations(element)).to.deep.equal([]);
    });
  }
});
