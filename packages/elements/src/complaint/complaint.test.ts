import '../define/complaint.ts';
import { validateRecord } from '@heed/core';
import { sendKeys, setViewport } from '@heed/settings/commands';
import { findAxeViolations } from '@heed/testing/suites/axe';
import { formSuite } from '@heed/testing/suites/form-suite';
import { clickOn, inside, mount, press, unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { submitSuite } from '@heed/testing/suites/submit-suite';
import { expect } from 'chai';
import {
  answer,
  choose,
  errorOf,
  field,
  labels,
  option,
  part,
  question,
  receive,
  send,
  setUp,
  type,
} from './complaint.test-helper.ts';
import type { HeedComplaint } from './complaint.ts';
import { EMPTY, toKept } from './entries.ts';

const ALL = 'category severity details happened-at order attachments remedy contact contact-time consent';

formSuite({
  tag: 'heed-complaint',
  answer,
  entries: [
    ['field-category', 'delivery'],
    ['field-details', 'Late'],
  ],
  restored: {
    state: JSON.stringify(toKept({ ...EMPTY, order: 'NW-1' }, 0)),
    value: [
      { name: 'category', kind: 'choice', value: null, question: 'What is it about?' },
      { name: 'severity', kind: 'choice', value: null, question: 'How serious is it?' },
      { name: 'details', kind: 'text', value: null, question: 'What happened?' },
      { name: 'order', kind: 'text', value: 'NW-1', question: 'Order number' },
      { name: 'remedy', kind: 'choice', value: null, question: 'What would put it right?' },
      { name: 'contact', kind: 'text', value: null, question: 'E-mail or phone' },
    ],
  },
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
    document.documentElement.removeAttribute('dir');
    await setViewport({ width: 800, height: 600 });
  });

  it('is filled in and sent with the keyboard alone', async () => {
    const element = await setUp();
    const { records } = receive(element, { state: 'sent' });
    element.focus();
    await press(' ', 'ArrowRight', 'Tab', ' ');
    await until('the button that takes it back', () =>
      question(element, 'severity').shadowRoot?.querySelector('[part=clear]'),
    );
    await press('Tab', 'Tab');
    await sendKeys({ type: 'It broke' });
    await press('Tab');
    await sendKeys({ type: 'NW-1' });
    await press('Tab', ' ');
    await until('the button that takes it back', () =>
      question(element, 'remedy').shadowRoot?.querySelector('[part=clear]'),
    );
    await press('Tab', 'Tab');
    await sendKeys({ type: 'me@example.org' });
    await press('Tab', ' ', 'Tab', 'Enter');
    await until('the record', () => records.length === 1);
    const [record] = records;
    expect(Object.fromEntries((record?.answers ?? []).map(({ name, value }) => [name, value]))).to.deep.equal(
      {
        category: 'product-quality',
        severity: 'minor',
        details: 'It broke',
        order: 'NW-1',
        remedy: 'refund',
        contact: 'me@example.org',
      },
    );
    expect(record?.consent).to.deep.equal({ contact: true });
    await until(
      'the focus on what became of it',
      () => element.shadowRoot?.activeElement === part(element, 'status'),
    );
    await press('Tab');
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'copy'));
  });

  it('asks what the page lists, in its order', async () => {
    const element = await setUp({ fields: 'details category' });
    const names = Array.from(element.shadowRoot?.querySelectorAll('[name]:not(slot)') ?? [], (each) =>
      each.getAttribute('name'),
    );
    expect(names).to.deep.equal(['details', 'category']);
    await answer(element);
    const { answers, consent } = await send(element, { state: 'sent' });
    expect(answers.map(({ name }) => name)).to.deep.equal(['details', 'category']);
    expect(consent).to.equal(undefined);
  });

  it('puts every field into a valid record', async () => {
    const element = await setUp({ fields: ALL });
    await answer(element);
    await choose(element, 'severity', 'severe');
    field(element, 'happened-at').value = '2024-05-06T07:08';
    field(element, 'happened-at').dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await choose(element, 'remedy', 'callback');
    await type(element, 'contact', '+49 30 123456');
    await choose(element, 'contact-time', 'any-time');
    await clickOn(field(element, 'consent'));
    const record = await send(element, { state: 'sent' });
    expect(validateRecord(record)).to.deep.equal([]);
    expect(record.answers.map(({ name, kind, value }) => [name, kind, value])).to.deep.equal([
      ['category', 'choice', 'delivery'],
      ['severity', 'choice', 'severe'],
      ['details', 'text', 'Late'],
      ['happened-at', 'date-time', new Date(2024, 4, 6, 7, 8).toISOString()],
      ['order', 'text', null],
      ['attachments', 'attachment', null],
      ['remedy', 'choice', 'callback'],
      ['contact', 'text', '+49 30 123456'],
      ['contact-time', 'choice', 'any-time'],
    ]);
    expect(record.consent).to.deep.equal({ contact: true });
  });
});
