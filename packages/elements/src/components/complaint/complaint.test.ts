import '../../define/complaint.ts';
import { validateRecord } from '@heed/core';
import { sendKeys, setMediaFeatures, setViewport } from '@heed/tooling/commands';
import { findAxeViolations } from '@heed/testing/suites/axe';
import { findMisfits } from '@heed/testing/suites/fit';
import { formSuite } from '@heed/testing/suites/form-suite';
import { clickOn, mount, press, unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { submitSuite } from '@heed/testing/suites/submit-suite';
import { toPseudo } from '@heed/testing/pseudo';
import { expect } from 'chai';
import { loadLanguage } from '../../shared/localization/localizer.ts';
import english from '../../locales/en.ts';
import {
  answer,
  attach,
  choose,
  enterTime,
  errorOf,
  field,
  focused,
  labels,
  errorSummary,
  option,
  part,
  question,
  receive,
  send,
  setUp,
  type,
} from './test/complaint.ts';
import type { HeedComplaint } from './complaint.ts';
import { EMPTY, toStored } from './values.ts';

const ALL = 'category severity details happened-at order attachments remedy contact contact-time consent';

formSuite({
  tag: 'heed-complaint',
  answer,
  entries: [
    ['field-category', 'delivery'],
    ['field-details', 'Late'],
  ],
  restored: {
    state: JSON.stringify(toStored({ values: { ...EMPTY, order: 'NW-1' }, step: 0 })),
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
    document.documentElement.removeAttribute('style');
    await setViewport({ width: 800, height: 600 });
  });

  it('can be completed and sent with the keyboard', async () => {
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
    await until('the focus on what became of it', () => element.shadowRoot?.activeElement?.id === 'outcome');
    await press('Tab');
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'copy'));
  });

  it('shows the listed fields in their order', async () => {
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

  it('creates a valid record with every field, and passes the files', async () => {
    const element = await setUp({ fields: ALL });
    const { records, files } = receive(element, { state: 'sent' });
    await answer(element);
    await choose(element, 'severity', 'severe');
    await enterTime(element, '2024-05-06T07:08');
    await attach(element, new File(['crushed'], 'box.txt', { type: 'text/plain' }));
    await choose(element, 'remedy', 'callback');
    await type(element, 'contact', '+49 30 123456');
    await choose(element, 'contact-time', 'any-time');
    await clickOn(field(element, 'consent'));
    await clickOn(part(element, 'submit'));
    const record = await until('the record', () => records[0]);
    expect(validateRecord(record)).to.deep.equal([]);
    expect(record?.answers.map(({ name, kind, value }) => [name, kind, value])).to.deep.equal([
      ['category', 'choice', 'delivery'],
      ['severity', 'choice', 'severe'],
      ['details', 'text', 'Late'],
      ['happened-at', 'date-time', new Date(2024, 4, 6, 7, 8).toISOString()],
      ['order', 'text', null],
      ['attachments', 'attachment', ['box.txt']],
      ['remedy', 'choice', 'callback'],
      ['contact', 'text', '+49 30 123456'],
      ['contact-time', 'choice', 'any-time'],
    ]);
    expect(record?.consent).to.deep.equal({ contact: true });
    expect(files[0]?.map(({ name }) => name)).to.deep.equal(['box.txt']);
  });

  it('submits the consent and the files in a form', async () => {
    const form = await mount<HTMLFormElement>('form');
    const element = await mount<HeedComplaint>('heed-complaint', { name: 'report', fields: ALL }, form);
    await type(element, 'contact', 'a@b.c');
    await clickOn(field(element, 'consent'));
    await attach(element, new File(['crushed'], 'box.txt', { type: 'text/plain' }));
    const data = new FormData(form);
    expect([...data.keys()]).to.deep.equal(['report-contact', 'report-attachments', 'report-consent']);
    expect(await (data.get('report-attachments') as File).text()).to.equal('crushed');
  });

  it('can be prefilled', async () => {
    const element = await setUp({ fields: ALL });
    element.value = [
      { name: 'order', value: 'NW-1' },
      { name: 'happened-at', value: new Date(2024, 4, 6, 7, 8).toISOString() },
      { name: 'consent', value: true },
      { name: 'details', value: 7 },
      { name: '__proto__', value: 'x' },
    ];
    await element.updateComplete;
    expect(field(element, 'order').value).to.equal('NW-1');
    expect(field(element, 'happened-at').value).to.equal('2024-05-06T07:08');
    expect(field(element, 'consent').checked).to.equal(true);
    expect(field(element, 'details').value).to.equal('');
    element.value = null;
    await element.updateComplete;
    expect(element.value).to.equal(null);
    expect(field(element, 'order').value).to.equal('');
  });

  it('offers custom categories', async () => {
    const element = await setUp({ categories: 'Rooms, Breakfast ,Noise' });
    expect(labels(element, 'category')).to.deep.equal(['Rooms', 'Breakfast', 'Noise']);
  });

  it('offers <option> children, including six degrees of severity, and follows their changes', async () => {
    const element = await setUp({ categories: 'Rooms' });
    const write = (slot: string, text: string, value?: string): void => {
      const option = new Option(text, value);
      option.slot = slot;
      element.append(option);
    };
    write('category', 'The room <b>', 'room');
    write('remedy', 'Another room');
    for (const level of ['1', '2', '3', '4', '5', '6']) write('severity', level);
    await until('the options', () => labels(element, 'category')[0] === 'The room <b>');
    expect(labels(element, 'category').length).to.equal(1);
    expect(labels(element, 'remedy')).to.deep.equal(['Another room']);
    expect(labels(element, 'severity')).to.deep.equal(['1', '2', '3', '4', '5', '6']);
    await choose(element, 'category', 'room');
    await choose(element, 'severity', '6');
    expect(element.value?.slice(0, 2).map(({ value }) => value)).to.deep.equal(['room', '6']);
  });

  it('marks optional fields, and requires the listed fields', async () => {
    const element = await setUp({ 'required-fields': 'order contact' });
    await clickOn(part(element, 'submit'));
    await element.updateComplete;
    expect(errorSummary(element)).to.deep.equal([
      'Order number: Please fill this in.',
      'E-mail or phone: Please fill this in.',
    ]);
    expect(question(element, 'details').shadowRoot?.textContent).to.contain('optional');
    expect(question(element, 'order').shadowRoot?.textContent).not.to.contain('optional');
  });

  it('requires at least one field', async () => {
    const element = await setUp({ fields: 'order contact', 'required-fields': 'details' });
    expect(element.checkValidity()).to.equal(false);
    await type(element, 'order', 'NW-1');
    expect(element.checkValidity()).to.equal(true);
  });

  it('lists missing fields with a link to each, and shows a message next to each field', async () => {
    const element = await setUp();
    await clickOn(part(element, 'submit'));
    await element.updateComplete;
    const errors = ['Please choose what it is about.', 'Please describe what happened in a few words.'];
    const expected = [`What is it about? ${errors[0]}`, `What happened? ${errors[1]}`];
    expect(part(element, 'summary-title').textContent).to.equal('There are 2 things to correct');
    expect(errorSummary(element)).to.deep.equal(expected);
    expect([errorOf(element, 'category'), errorOf(element, 'details')]).to.deep.equal(errors);
    expect(field(element, 'details').getAttribute('aria-invalid')).to.equal('true');
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'summary'));
    await press('Tab', 'Tab', 'Enter');
    await until('the focus', () => focused(element) === 'details');
    expect(location.hash).to.equal('');
    await sendKeys({ type: 'Late' });
    await element.updateComplete;
    expect(errorOf(element, 'details')).to.equal('');
    expect(errorSummary(element)).to.deep.equal(expected);
    await clickOn(part(element, 'submit'));
    await until('the shorter list', () => errorSummary(element).length === 1);
    expect(part(element, 'summary-title').textContent).to.equal('There is 1 thing to correct');
    expect(errorSummary(element)).to.deep.equal(expected.slice(0, 1));
  });

  it('lists missing fields after the Enter key in an empty field', async () => {
    const element = await setUp({ fields: 'details order', 'required-fields': 'details order' });
    field(element, 'order').focus();
    await press('Enter');
    await until('the list', () => errorSummary(element).length === 2);
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'summary'));
  });

  for (const [lang, order] of [
    ['en', 'Order number: Please fill this in.'],
    ['fr', 'Numéro de commande\u202f: Veuillez remplir ce champ.'],
    ['zh', '订单号：请填写此项。'],
    ['ar', 'رقم الطلب: يرجى ملء هذا الحقل.'],
  ] as const) {
    it(`has unique links with the name of the field in "${lang}"`, async () => {
      document.documentElement.lang = lang;
      await loadLanguage(lang);
      const element = await setUp({ fields: ALL, 'required-fields': ALL });
      await clickOn(part(element, 'submit'));
      await until('the list', () => errorSummary(element).length === 10);
      expect(new Set(errorSummary(element)).size).to.equal(10);
      expect(errorSummary(element)[4]).to.equal(order);
      for (const text of errorSummary(element)) expect(text).not.to.match(/[?？؟;。.]\s*[:：]|\{/);
    });
  }

  it('announces the list of errors, and later errors at their field', async () => {
    const element = await setUp({
      fields: 'details happened-at contact',
      'required-fields': 'details happened-at',
    });
    const liveOf = (name: string): string | null | undefined => {
      const root = field(element, name).getRootNode() as ShadowRoot;
      const id = name === 'happened-at' ? `#${name}-error` : '#error';
      return root.querySelector(id)?.closest('[aria-live]')?.getAttribute('aria-live');
    };
    const all = (): unknown[] => ['details', 'happened-at', 'contact'].map(liveOf);
    expect(all()).to.deep.equal(['polite', 'polite', 'polite']);
    await type(element, 'contact', 'me');
    await clickOn(part(element, 'submit'));
    await until('the list', () => errorSummary(element).length === 3);
    expect(all()).to.deep.equal(['off', 'off', 'off']);
    await type(element, 'contact', 'x');
    await element.updateComplete;
    expect(liveOf('contact')).to.equal('polite');
  });

  it('announces the same list again on the next attempt', async () => {
    const element = await setUp();
    await clickOn(part(element, 'submit'));
    await until('the list', () => errorSummary(element).length === 2);
    const first = part(element, 'summary');
    await clickOn(part(element, 'submit'));
    await until('another one', () => part(element, 'summary') !== first);
    await until('the focus', () => element.shadowRoot?.activeElement === part(element, 'summary'));
  });

  it('has headings one level apart, unless the page has its own', async () => {
    const levels = (element: Element): unknown[] =>
      [...(element.shadowRoot?.querySelectorAll('[role=heading]') ?? [])].map(({ ariaLevel }) => ariaLevel);
    const element = await setUp({ 'heading-level': '4', wizard: '' });
    expect(levels(element)).to.deep.equal(['4', '5', '5', '5']);
    element.headingLevel = null;
    await element.updateComplete;
    expect(levels(element)).to.deep.equal(['2', '3', '3', '3']);
    const own = document.createElement('div');
    own.slot = 'question';
    own.append(document.createElement('h3'));
    element.append(own);
    await until('its own heading', () => levels(element).length === 3);
    const warnings = await warningsDuring(() => setUp({ 'heading-level': '7' }));
    expect(warnings.join()).to.contain('heading-level').and.to.contain('HEED_MAX');
  });

  it('reports errors on blur, not before', async () => {
    const element = await setUp();
    await type(element, 'contact', 'me');
    expect(errorOf(element, 'contact')).to.equal('');
    await press('Tab');
    await element.updateComplete;
    expect(errorOf(element, 'contact')).to.equal('Please enter an e-mail address or a phone number.');
    expect(errorOf(element, 'category')).to.equal('');
    await type(element, 'contact', '@example.org');
    await element.updateComplete;
    expect(errorOf(element, 'contact')).to.equal('');
  });

  it('accepts the first click on its button, although a field reports an error on blur', async () => {
    const element = await setUp({ fields: 'details contact', 'required-fields': 'details' });
    await type(element, 'details', 'Late');
    await type(element, 'contact', 'me');
    await clickOn(part(element, 'submit'));
    await until('the list', () => errorSummary(element).length === 1);
    expect(errorSummary(element)[0]).to.equal(`E-mail or phone: ${errorOf(element, 'contact')}`);
  });

  it('requires consent only with contact details', async () => {
    const element = await setUp();
    await answer(element);
    expect(element.checkValidity()).to.equal(true);
    await type(element, 'contact', 'a@b.c');
    expect(element.checkValidity()).to.equal(false);
    await element.updateComplete;
    expect(errorOf(element, 'consent')).to.equal(
      'Please allow us to contact you, or leave the field above empty.',
    );
    await clickOn(field(element, 'consent'));
    expect(element.checkValidity()).to.equal(true);
  });

  it('accepts only a time in the past', async () => {
    const element = await setUp({ fields: 'details happened-at', 'required-fields': 'happened-at' });
    expect(element.checkValidity()).to.equal(false);
    await enterTime(element, '2999-01-01T00:00');
    expect(errorOf(element, 'happened-at')).to.equal('Please enter a time that has passed.');
    await enterTime(element, '2024-01-01T00:00');
    expect(errorOf(element, 'happened-at')).to.equal('');
    expect(element.checkValidity()).to.equal(true);
  });

  it('passes custom strings to the fields inside', async () => {
    const element = await setUp();
    element.strings = {
      optional: 'if you like',
      required: 'Choose.',
      categoryMissing: 'Choose a topic.',
      detailsMissing: 'Tell us more.',
      category: 'Topic',
    };
    await element.updateComplete;
    await clickOn(part(element, 'submit'));
    await element.updateComplete;
    expect(errorSummary(element)).to.deep.equal(['Topic: Choose a topic.', 'What happened? Tell us more.']);
    expect(question(element, 'order').shadowRoot?.textContent).to.contain('if you like');
    expect(question(element, 'category').shadowRoot?.textContent).to.contain('Topic');
  });

  it('follows the language of the page, including the fields inside', async () => {
    const element = await setUp();
    document.documentElement.lang = 'de';
    await until('German', () =>
      question(element, 'details').shadowRoot?.textContent?.includes('Was ist passiert?'),
    );
    expect(part(element, 'submit').textContent?.trim()).to.equal('Beschwerde senden');
    expect(question(element, 'order').shadowRoot?.textContent).to.contain('freiwillig');
  });

  it('cannot be changed or sent while it is read-only', async () => {
    const element = await setUp({ readonly: '' });
    await answer(element);
    expect(element.value).to.equal(null);
    expect(element.shadowRoot?.querySelector('[part=submit]')).to.equal(null);
  });

  it('ignores slotted fields', async () => {
    const element = await setUp();
    const intro = await mount('p', { slot: 'intro' }, element);
    const foreign = await mount<HTMLInputElement>('input', { name: 'order' }, intro);
    await clickOn(foreign);
    await press('x', 'Tab');
    expect(foreign.value).to.equal('x');
    expect(element.value).to.equal(null);
  });

  for (const [attribute, value] of [
    ['categories', ' , '],
    ['fields', 'category detials'],
    ['required-fields', ''],
    ['fields', 'toString'],
  ] as const) {
    it(`warns once of ${attribute}="${value}", and uses the defaults`, async () => {
      const warnings = await warningsDuring(async () => {
        const element = await setUp({ [attribute]: value });
        element.requestUpdate();
        await element.updateComplete;
        expect(labels(element, 'category').length).to.equal(8);
      });
      expect(warnings.length).to.equal(1);
      expect(warnings[0]).to.contain('(HEED_LIST)').and.to.contain(`"${attribute}"`);
    });
  }

  it('keeps 10,000 characters, markup and emoji unchanged', async () => {
    const text = `<b>${'ä😀"'.repeat(2500)}</b>`;
    const element = await setUp();
    await choose(element, 'category', 'other');
    field(element, 'details').value = text;
    field(element, 'details').dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    const { records } = receive(element, { state: 'sent' });
    part(element, 'submit').click();
    await until('the record', () => records.length === 1);
    expect(records[0]?.answers.find(({ name }) => name === 'details')?.value).to.equal(text);
  });

  it('renders markup in its heading as text, and wraps a heading of 300 letters', async () => {
    await setViewport({ width: 320, height: 600 });
    const element = await setUp({ question: `<img src=x>${'o'.repeat(300)}` });
    expect(part(element, 'question').textContent).to.contain('<img src=x>');
    expect(part(element, 'question').querySelector('img')).to.equal(null);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });

  for (const lang of ['en', 'de', 'zh-Hans', 'ar', 'ru']) {
    it(`fits a phone in "${lang}" with every field, also while fields are missing`, async () => {
      await setViewport({ width: 320, height: 600 });
      document.documentElement.lang = lang;
      document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';
      const element = await setUp({ fields: ALL });
      expect(findMisfits(element)).to.deep.equal([]);
      part(element, 'submit').click();
      await element.updateComplete;
      expect(findMisfits(element)).to.deep.equal([]);
    });
  }

  it('fits a phone with strings of double length', async () => {
    await setViewport({ width: 320, height: 600 });
    const element = await setUp({ fields: ALL });
    element.strings = toPseudo(english);
    await element.updateComplete;
    part(element, 'submit').click();
    await element.updateComplete;
    expect(findMisfits(element)).to.deep.equal([]);
  });

  it('shows the chosen options in forced colours', async function () {
    if (!(await setMediaFeatures({ 'forced-colors': 'active' }))) this.skip();
    const element = await setUp();
    await choose(element, 'category', 'delivery');
    const [chosen, other] = ['delivery', 'staff'].map(
      (value) =>
        getComputedStyle(option(element, 'category', value).parentElement as Element).backgroundColor,
    );
    await setMediaFeatures({});
    expect(chosen).not.to.equal(other);
  });

  for (const [state, attributes] of [
    ['empty', {}],
    ['disabled', { disabled: '' }],
    ['read-only', { readonly: '' }],
  ] as const) {
    it(`has no axe violations when it is ${state}, with every field`, async () => {
      const element = await setUp({ fields: ALL, ...attributes });
      expect(await findAxeViolations(element)).to.deep.equal([]);
    });
  }

  it('has no axe violations while it is being sent', async () => {
    const element = await setUp({ fields: ALL });
    await answer(element);
    await send(element, new Promise(() => {}));
    await until('the state', () => element.matches(':state(sending)'));
    expect(await findAxeViolations(element)).to.deep.equal([]);
  });

  for (const scheme of ['light', 'dark']) {
    it(`has no axe violations when fields are missing, in ${scheme}`, async () => {
      document.documentElement.style.colorScheme = scheme;
      const element = await setUp({ fields: ALL });
      await type(element, 'contact', 'me');
      await clickOn(part(element, 'submit'));
      await element.updateComplete;
      expect(await findAxeViolations(element)).to.deep.equal([]);
    });
  }
});
