import '../../define/ces.ts';
import { setMediaFeatures, setViewport } from '@heed/tooling/commands';
import { validateRecord } from '@heed/core';
import { findAxeViolations } from '@heed/testing/suites/axe';
import { formSuite } from '@heed/testing/suites/form-suite';
import { clickOn, inside, mount, press, unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { submitSuite } from '@heed/testing/suites/submit-suite';
import { expect } from 'chai';
import type { HeedCes } from './ces.ts';

const step = (element: Element, value: number): HTMLInputElement =>
  inside<HTMLInputElement>(element, `[part~=option]:nth-child(${value}) input`);
const choose = (value: number) => (element: Element) => clickOn(step(element, value));

formSuite({
  tag: 'heed-ces',
  answer: choose(1),
  entries: [['field', '1']],
  restored: { state: '6', value: 6 },
});
submitSuite({ tag: 'heed-ces', answer: choose(7), answers: [['ces', 'ces', 7]] });

describe('<heed-ces>', () => {
  afterEach(async () => {
    unmountAll();
    document.documentElement.removeAttribute('dir');
    document.documentElement.lang = 'en';
    await setViewport({ width: 800, height: 600 });
  });

  it('has seven steps from 1 to 7 with accessible names', async () => {
    const element = await mount<HeedCes>('heed-ces', { name: 'effort' });
    const names = [...(element.shadowRoot?.querySelectorAll('input') ?? [])].map((input) => input.ariaLabel);
    expect(names.length).to.equal(7);
    expect(names[0]).to.equal('1 of 7, Strongly disagree');
    expect(names[3]).to.equal('4 of 7');
    expect(names[6]).to.equal('7 of 7, Strongly agree');
  });

  it('can be answered and sent with the keyboard', async () => {
    const element = await mount<HeedCes>('heed-ces', { survey: 'keys' });
    const records: unknown[] = [];
    element.addEventListener('heed-submit', (event) => {
      records.push(event.detail);
      event.respondWith({ state: 'sent' });
    });
    element.focus();
    await press(' ', 'ArrowRight', 'ArrowRight', 'Enter');
    await until('the record', () => records.length === 1);
    expect(validateRecord(records[0])).to.deep.equal([]);
    expect(records[0]).to.have.nested.property('answers[0].kind', 'ces');
    expect(records[0]).to.have.nested.property('answers[0].value', 3);
  });

  it('is mirrored in Arabic', async () => {
    document.documentElement.lang = 'ar';
    document.documentElement.dir = 'rtl';
    const element = await mount<HeedCes>('heed-ces', { name: 'effort' });
    await until('Arabic', () => inside(element, '#question').textContent?.includes('السهل'));
    expect(step(element, 1).getBoundingClientRect().left).to.be.greaterThan(
      step(element, 7).getBoundingClientRect().left,
    );
  });

  for (const value of ['0', '8', '2.5', 'easy']) {
    it(`warns about the value "${value}", which is off the scale, and can still be answered`, async () => {
      const warnings = await warningsDuring(async () => {
        const element = await mount<HeedCes>('heed-ces', { name: 'effort', value });
        expect(element.checkValidity()).to.equal(false);
        await choose(2)(element);
        expect(element.checkValidity()).to.equal(true);
      });
      expect(warnings.length).to.equal(1);
      expect(warnings[0]).to.match(/from 1 to 7.*\(HEED_VALUE\)$/);
    });
  }

  it('fits in one row on a phone, below a question of 300 characters', async () => {
    await setViewport({ width: 320, height: 600 });
    const element = await mount<HeedCes>('heed-ces', {
      survey: 'phone',
      question: 'It was easy '.repeat(25),
    });
    const boxes = Array.from({ length: 7 }, (_, index) => step(element, index + 1).getBoundingClientRect());
    expect(new Set(boxes.map(({ top }) => top)).size).to.equal(1);
    for (const { width } of boxes) expect(width).to.be.at.least(24);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });

  it('shows the chosen step in forced colours', async function () {
    if (!(await setMediaFeatures({ 'forced-colors': 'active' }))) this.skip();
    const element = await mount<HeedCes>('heed-ces', { name: 'effort', value: '3' });
    const background = (value: number) =>
      getComputedStyle(inside(element, `[part~=option]:nth-child(${value})`)).backgroundColor;
    expect(background(3)).not.to.equal(background(4));
    await setMediaFeatures({});
  });

  for (const attributes of [
    {},
    { value: '5', 'follow-up': 'Why?' },
    { disabled: '' },
    { required: '' },
    { theme: 'dark', value: '2' },
  ] as Record<string, string>[]) {
    it(`has no axe violations with ${JSON.stringify(attributes)}`, async () => {
      const element = await mount<HeedCes>('heed-ces', { survey: 'axe', ...attributes });
      element.reportValidity();
      await element.updateComplete;
      expect(await findAxeViolations(element)).to.deep.equal([]);
    });
  }
});
