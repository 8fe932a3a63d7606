import '../define/complaint.ts';
import { isReference } from '@heed/core';
import { sendKeys, setViewport } from '@heed/settings/commands';
import { findAxeViolations } from '@heed/testing/suites/axe';
import { formSuite } from '@heed/testing/suites/form-suite';
import { clickOn, inside, mount, press, unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { submitSuite } from '@heed/testing/suites/submit-suite';
import { expect } from 'chai';
import type { HeedComplaint } from './complaint.ts';

const option = (element: Element, name: string, value: string): HTMLInputElement =>
  inside<HTMLInputElement>(element, `input[name=${name}][value="${value}"]`);
const field = (element: Element, name: string): HTMLInputElement =>
  inside<HTMLInputElement>(element, `#${name}`);

async function type(element: Element, name: string, text: string): Promise<void> {
  await clickOn(field(element, name));
  await sendKeys({ type: text });
}

async function answer(element: Element): Promise<void> {
  await clickOn(option(element, 'category', 'delivery'));
  await type(element, 'details', 'Late');
}

const empty = { category: '', severity: '', details: '', order: '', remedy: '', contact: '', consent: false };

formSuite({
  tag: 'heed-complaint',
  answer,
  entries: [
    ['field-category', 'delivery'],
    ['field-details', 'Late'],
  ],
  restored: { state: JSON.stringify(empty), value: null },
});
submitSuite({
  tag: 'heed-complaint',
  answer,
  answers: [
    ['category', 'choice', 'delivery'],
    ['severity', 'choice', null],
    ['details', 'text', 'Late'],
    ['order', 'text', null],
    ['remedy', 'choice', null],
    ['contact', 'text', null],
  ],
});

describe('<heed-complaint>', () => {
  afterEach(async () => {
    unmountAll();
    localStorage.clear();
    document.documentElement.lang = 'en';
    await setViewport({ width: 800, height: 600 });
  });

  it('is filled in and sent with the keyboard alone', async () => {
    const element = await mount<HeedComplaint>('heed-complaint', { survey: 'keys' });
    const records: unknown[] = [];
    element.addEventListener('heed-submit', (event) => {
      records.push(event.detail);
      event.respondWith({ state: 'sent' });
    });
    element.focus();
    await press(' ', 'ArrowRight', 'Tab', ' ', 'Tab');
    await sendKeys({ type: 'It broke' });
    await press('Tab');
    await sendKeys({ type: 'NW-1' });
    await press('Tab', ' ', 'Tab');
    await sendKeys({ type: 'me@example.org' });
    await press('Tab', ' ', 'Tab', 'Enter');
    await until('the record', () => records.length === 1);
    const [record] = records as [{ answers: { name: string; value: unknown }[]; consent: unknown }];
    expect(Object.fromEntries(record.answers.map(({ name, value }) => [name, value]))).to.deep.equal({
      category: 'product-quality',
      severity: 'minor',
      details: 'It broke',
      order: 'NW-1',
      remedy: 'refund',
      contact: 'me@example.org',
    });
    expect(record.consent).to.deep.equal({ contact: true });
  });

  it('explains beside each field what is missing, and leads to the first', async () => {
    const element = await mount<HeedComplaint>('heed-complaint', { survey: 'missing' });
    await clickOn(inside(element, '[part=submit]'));
    await element.updateComplete;
    const errors = ['category', 'details'].map((name) =>
      inside(element, `#${name}-error`).textContent?.trim(),
    );
    expect(errors).to.deep.equal([
      'Please choose what it is about.',
      'Please describe what happened in a few words.',
    ]);
    expect(inside(element, '#details').getAttribute('aria-invalid')).to.equal('true');
    expect(element.shadowRoot?.activeElement?.getAttribute('name')).to.equal('category');
    await answer(element);
    await element.updateComplete;
    expect(inside(element, '#category-error').hidden).to.equal(true);
  });

  it('asks for consent only when there is somebody to contact', async () => {
    const element = await mount<HeedComplaint>('heed-complaint', { survey: 'consent' });
    await answer(element);
    expect(element.checkValidity()).to.equal(true);
    await type(element, 'contact', 'a@b.c');
    expect(element.checkValidity()).to.equal(false);
    await clickOn(inside(element, '[name=consent]'));
    expect(element.checkValidity()).to.equal(true);
  });

  for (const outcome of [{ state: 'sent' }, { state: 'stored', durable: true }] as const) {
    it(`shows a reference number at once when it is ${outcome.state}`, async () => {
      const element = await mount<HeedComplaint>('heed-complaint', { survey: 'reference' });
      await answer(element);
      element.addEventListener('heed-submit', (event) => event.respondWith(outcome));
      await clickOn(inside(element, '[part=submit]'));
      const shown = await until('the reference number', () => element.shadowRoot?.querySelector('output'));
      expect(isReference(shown?.textContent ?? '')).to.equal(true);
    });
  }

  it('shows the reference number that the endpoint gives', async () => {
    const element = await mount<HeedComplaint>('heed-complaint', { survey: 'reference' });
    await answer(element);
    element.addEventListener('heed-submit', (event) =>
      event.respondWith({ state: 'sent', reference: 'T-4711' }),
    );
    await clickOn(inside(element, '[part=submit]'));
    await until('the number', () => element.shadowRoot?.querySelector('output')?.textContent === 'T-4711');
  });

  it('brings back what was typed after a reload, and forgets it once it is sent', async () => {
    const first = await mount<HeedComplaint>('heed-complaint', { survey: 'draft' });
    await answer(first);
    first.remove();
    const second = await mount<HeedComplaint>('heed-complaint', { survey: 'draft' });
    expect(field(second, 'details').value).to.equal('Late');
    expect(option(second, 'category', 'delivery').checked).to.equal(true);
    second.addEventListener('heed-submit', (event) => event.respondWith({ state: 'stored', durable: true }));
    await clickOn(inside(second, '[part=submit]'));
    await until('the outcome', () => second.matches(':state(stored)'));
    const third = await mount<HeedComplaint>('heed-complaint', { survey: 'draft' });
    expect(field(third, 'details').value).to.equal('');
  });

  it('keeps the draft while the answer is in memory only', async () => {
    const first = await mount<HeedComplaint>('heed-complaint', { survey: 'memory' });
    await answer(first);
    first.addEventListener('heed-submit', (event) => event.respondWith({ state: 'stored', durable: false }));
    await clickOn(inside(first, '[part=submit]'));
    await until('the outcome', () => first.matches(':state(stored)'));
    first.remove();
    const second = await mount<HeedComplaint>('heed-complaint', { survey: 'memory' });
    expect(field(second, 'details').value).to.equal('Late');
  });

  it('keeps the draft again when the endpoint refuses what was saved on the device', async () => {
    const first = await mount<HeedComplaint>('heed-complaint', { survey: 'refused' });
    await answer(first);
    const settled = Promise.resolve({ state: 'refused' } as const);
    first.addEventListener('heed-submit', (event) =>
      event.respondWith({ state: 'stored', durable: true, settled }),
    );
    await clickOn(inside(first, '[part=submit]'));
    await until('the refusal', () => first.matches(':state(refused)'));
    first.remove();
    const second = await mount<HeedComplaint>('heed-complaint', { survey: 'refused' });
    expect(field(second, 'details').value).to.equal('Late');
  });

  it('keeps nothing on a device where it is told not to', async () => {
    const element = await mount<HeedComplaint>('heed-complaint', { survey: 'kiosk', 'no-draft': '' });
    await answer(element);
    element.remove();
    expect(localStorage.length).to.equal(0);
  });

  it('opens with a damaged draft', async () => {
    for (const damaged of [
      '{',
      '[]',
      '{"at":9e15,"values":{"details":7,"__proto__":{"order":"x"}}}',
      'null',
    ]) {
      localStorage.setItem('heed-draft:damaged', damaged);
      const element = await mount<HeedComplaint>('heed-complaint', { survey: 'damaged' });
      expect(field(element, 'details').value).to.equal('');
    }
  });

  it('asks for the categories of the team', async () => {
    const element = await mount<HeedComplaint>('heed-complaint', {
      survey: 'own',
      categories: 'Rooms, Breakfast ,Noise',
    });
    const labels = [...(element.shadowRoot?.querySelectorAll('[name=category]') ?? [])].map(
      (input) => (input as HTMLInputElement).value,
    );
    expect(labels).to.deep.equal(['Rooms', 'Breakfast', 'Noise']);
  });

  it('warns about an empty list of categories and shows the usual ones', async () => {
    const warnings = await warningsDuring(async () => {
      const element = await mount<HeedComplaint>('heed-complaint', { survey: 'list', categories: ' , ' });
      expect(element.shadowRoot?.querySelectorAll('[name=category]').length).to.equal(8);
    });
    expect(warnings.length).to.equal(1);
    expect(warnings[0]).to.contain('(HEED_LIST)');
  });

  it('keeps ten thousand characters, markup and emoji as they were typed', async () => {
    const text = `<b>${'ä😀"'.repeat(2500)}</b>`;
    const element = await mount<HeedComplaint>('heed-complaint', { survey: 'long' });
    await clickOn(option(element, 'category', 'other'));
    field(element, 'details').value = text;
    field(element, 'details').dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    expect(element.value?.find(({ name }) => name === 'details')?.value).to.equal(text);
  });

  for (const lang of ['en', 'de', 'zh-Hans', 'ar']) {
    it(`has nothing to scroll sideways on a phone in "${lang}"`, async () => {
      await setViewport({ width: 320, height: 600 });
      document.documentElement.lang = lang;
      const element = await mount<HeedComplaint>('heed-complaint', { survey: 'phone' });
      expect(inside(element, '#question').textContent).not.to.equal('');
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
    });
  }

  it('gives axe nothing to find when it is empty, and when fields are missing', async () => {
    const element = await mount<HeedComplaint>('heed-complaint', { survey: 'axe' });
    expect(await findAxeViolations(element)).to.deep.equal([]);
    await clickOn(inside(element, '[part=submit]'));
    await element.updateComplete;
    expect(await findAxeViolations(element)).to.deep.equal([]);
  });
});
