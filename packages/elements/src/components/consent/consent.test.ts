import '../../define/consent.ts';
import { setMediaFeatures, setViewport } from '@heed/tooling/commands';
import { findAxeViolations } from '@heed/testing/suites/axe';
import { formSuite } from '@heed/testing/suites/form-suite';
import {
  clickOn,
  inside,
  listen,
  mount,
  press,
  unmountAll,
  until,
  warningsDuring,
} from '@heed/testing/suites/page';
import { submitSuite } from '@heed/testing/suites/submit-suite';
import { expect } from 'chai';
import type { HeedConsent } from './consent.ts';

const LONG = 'You may contact me about my answer, '.repeat(9).trim();

const box = (element: Element): HTMLInputElement => inside<HTMLInputElement>(element, 'input');
const statement = (element: Element): string => inside(element, '[part=question]').textContent?.trim() ?? '';
const link = (element: Element): HTMLAnchorElement | null | undefined =>
  element.shadowRoot?.querySelector<HTMLAnchorElement>('[part=link]');
const agree = (element: Element): Promise<void> => clickOn(box(element));
const shownError = (element: Element): string => {
  const error = inside(element, '#error');
  return error.hidden ? '' : (error.textContent?.trim() ?? '');
};
/** Sends, and gives the record. */
const send = async (element: HeedConsent): Promise<Record<string, unknown>> => {
  const sent: Record<string, unknown>[] = [];
  element.addEventListener('heed-submit', (event) => {
    sent.push({ ...event.detail });
    event.respondWith({ state: 'sent' });
  });
  inside(element, '[part=submit]').click();
  return (await until('the record', () => sent[0])) ?? {};
};

formSuite({
  tag: 'heed-consent',
  answer: agree,
  entries: [['field', 'on']],
  empty: false,
  restored: { state: 'on', value: true },
});
submitSuite({ tag: 'heed-consent', answer: agree, answers: [['consent', 'consent', true]] });

describe('<heed-consent>', () => {
  afterEach(async () => {
    unmountAll();
    document.documentElement.removeAttribute('dir');
    document.documentElement.lang = 'en';
    await setViewport({ width: 800, height: 600 });
  });

  it('can be given and sent with the keyboard', async () => {
    const element = await mount<HeedConsent>('heed-consent', { survey: 'keys' });
    const { heard, stop } = listen('heed-submit');
    element.focus();
    await press(' ', 'Tab', 'Enter');
    await until('the answer to be sent', () => heard.length === 1);
    stop();
    expect(element.value).to.equal(true);
  });

  it('is in the record as an answer and as a consent, with its statement', async () => {
    const element = await mount<HeedConsent>('heed-consent', {
      survey: 'shop',
      name: 'contact',
      statement: 'You may call me.',
    });
    await agree(element);
    const { answers, consent } = await send(element);
    expect(answers).to.deep.equal([
      { name: 'contact', kind: 'consent', value: true, question: 'You may call me.' },
    ]);
    expect(consent).to.deep.equal({ contact: true });
  });

  it('is in the record if it is not given', async () => {
    const { answers, consent } = await send(await mount<HeedConsent>('heed-consent', { survey: 'no' }));
    expect(answers).to.have.nested.property('[0].value', false);
    expect(consent).to.deep.equal({ consent: false });
  });

  it('is withdrawn with a second click', async () => {
    const element = await mount<HeedConsent>('heed-consent', { name: 'field' });
    await agree(element);
    await agree(element);
    expect(element.value).to.equal(false);
  });

  it('is never checked in advance, whatever the attributes', async () => {
    const element = await mount<HeedConsent>('heed-consent', {
      name: 'field',
      value: 'true',
      checked: '',
    });
    expect([element.value, box(element).checked]).to.deep.equal([false, false]);
  });

  for (const value of ['true', 'on', 1, {}]) {
    it(`does not accept ${JSON.stringify(value)} as a permission`, async () => {
      const element = await mount<HeedConsent>('heed-consent', { name: 'field' });
      (element as { value: unknown }).value = value;
      expect(element.value).to.equal(false);
    });
  }

  it('submits its value attribute in a form', async () => {
    const form = await mount<HTMLFormElement>('form');
    const element = await mount<HeedConsent>('heed-consent', { name: 'field', value: 'v2' }, form);
    await agree(element);
    expect([...new FormData(form)]).to.deep.equal([['field', 'v2']]);
  });

  it('fires "input" and "change" after the value has changed, but not for scripts', async () => {
    const element = await mount<HeedConsent>('heed-consent', { name: 'field' });
    const seen: unknown[] = [];
    for (const type of ['input', 'change'])
      element.addEventListener(type, () => seen.push([type, element.value]));
    element.value = true;
    element.value = false;
    await agree(element);
    expect(seen).to.deep.equal([
      ['input', true],
      ['change', true],
    ]);
  });

  it('shows a value that a listener has changed', async () => {
    const element = await mount<HeedConsent>('heed-consent', { name: 'field' });
    element.addEventListener('input', () => (element.value = false));
    await agree(element);
    await element.updateComplete;
    expect(box(element).checked).to.equal(false);
  });

  it('shows a validation message if it is required', async () => {
    const element = await mount<HeedConsent>('heed-consent', { name: 'field', required: '' });
    element.reportValidity();
    await element.updateComplete;
    expect(shownError(element)).to.equal('Please agree to this.');
    expect([box(element).ariaInvalid, box(element).required]).to.deep.equal(['true', true]);
    await agree(element);
    await element.updateComplete;
    expect(shownError(element)).to.equal('');
  });

  it('keeps the checkbox in place next to a long statement, which can be clicked', async () => {
    const element = await mount<HeedConsent>('heed-consent', { name: 'field', statement: LONG });
    const [strings, mark] = [inside(element, '[part=question]'), box(element)].map((part) =>
      part.getBoundingClientRect(),
    );
    expect(Math.abs((strings?.top ?? 0) - (mark?.top ?? 99))).to.be.at.most(3);
    await clickOn(inside(element, '[part=question]'));
    expect(element.value).to.equal(true);
  });

  it('uses the slotted statement, "statement" or "question"', async () => {
    const element = await mount<HeedConsent>('heed-consent', { survey: 'words', question: 'Asked' });
    expect(statement(element)).to.equal('Asked');
    element.statement = 'Stated';
    await element.updateComplete;
    expect(statement(element)).to.equal('Stated');
    (await mount('b', { slot: 'question' }, element)).textContent = 'Own';
    const { answers } = await send(element);
    expect(answers).to.have.nested.property('[0].question', 'Own');
  });

  it('renders markup in the statement as text', async () => {
    const element = await mount<HeedConsent>('heed-consent', { name: 'field', statement: '<b>x</b>' });
    expect(statement(element)).to.equal('<b>x</b>');
  });

  it('opens the explanation in a new tab, and announces that', async () => {
    const element = await mount<HeedConsent>('heed-consent', { name: 'field', href: '/privacy' });
    expect(link(element)?.href).to.equal(new URL('/privacy', document.baseURI).href);
    expect([link(element)?.target, link(element)?.rel]).to.deep.equal(['_blank', 'noopener']);
    expect(link(element)?.textContent).to.equal('What this means');
    expect(link(element)?.ariaLabel).to.equal('What this means (opens in a new tab)');
    element.linkLabel = 'Our rules';
    await element.updateComplete;
    expect(link(element)?.ariaLabel).to.equal('Our rules (opens in a new tab)');
  });

  it('is not given by a click on the link', async () => {
    const element = await mount<HeedConsent>('heed-consent', { name: 'field', href: '#here' });
    link(element)?.addEventListener('click', (event) => event.preventDefault());
    await clickOn(link(element) as Element);
    expect(element.value).to.equal(false);
  });

  it('warns once about an invalid link, and does not show it', async () => {
    const warnings = await warningsDuring(async () => {
      const attributes = { name: 'field', href: 'javascript:alert(1)' };
      await mount('heed-consent', attributes);
      expect(link(await mount('heed-consent', attributes))).to.equal(null);
    });
    expect(warnings.length).to.equal(1);
    expect(warnings[0]).to.match(/"href" must be an http.*\(HEED_LINK\)$/);
  });

  it('does not scroll sideways on a narrow phone', async () => {
    await setViewport({ width: 320, height: 600 });
    const element = await mount<HeedConsent>('heed-consent', {
      survey: 'phone',
      statement: `${LONG} ${'x'.repeat(200)}`,
      href: '/privacy',
      'link-label': 'y'.repeat(200),
    });
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    expect(link(element)?.getBoundingClientRect().right).to.be.at.most(320);
  });

  it('has targets of at least 24px for the link and 44px for the label', async () => {
    const element = await mount<HeedConsent>('heed-consent', { name: 'field', href: '/privacy' });
    expect(link(element)?.offsetHeight).to.be.at.least(24);
    element.href = undefined;
    await element.updateComplete;
    expect(inside(element, '[part=consent]').offsetHeight).to.be.at.least(44);
  });

  it('is mirrored in a right-to-left page', async () => {
    document.documentElement.dir = 'rtl';
    const element = await mount<HeedConsent>('heed-consent', { name: 'field', statement: 'نعم' });
    const [mark, strings] = [box(element), inside(element, '[part=question]')];
    expect(mark.getBoundingClientRect().left).to.be.greaterThan(strings.getBoundingClientRect().left);
  });

  it('uses the language of the page, and follows its changes', async () => {
    document.documentElement.lang = 'de';
    const element = await mount<HeedConsent>('heed-consent', { name: 'field' });
    const german = statement(element);
    document.documentElement.lang = 'en';
    await until('English', () => statement(element).startsWith('I agree'));
    expect(german).not.to.equal(statement(element));
  });

  it('shows a focus ring for keyboard users', async function () {
    // WebKitGTK's automated window is never the active one, and then nothing matches :focus.
    if (!document.hasFocus()) this.skip();
    const before = await mount('button');
    const element = await mount<HeedConsent>('heed-consent', { name: 'field' });
    before.focus();
    await press('Tab');
    expect(getComputedStyle(box(element)).outlineStyle).to.equal('solid');
  });

  it('keeps a native checkbox and the error icon in forced colours', async function () {
    if (!(await setMediaFeatures({ 'forced-colors': 'active' }))) this.skip();
    const element = await mount<HeedConsent>('heed-consent', { name: 'field', required: '' });
    element.reportValidity();
    await element.updateComplete;
    expect(getComputedStyle(box(element)).appearance).to.equal('auto');
    expect(inside(element, '#error svg').getBoundingClientRect().width).to.be.greaterThan(0);
    await setMediaFeatures({});
  });

  for (const attributes of [
    { href: '/privacy' },
    { required: '', statement: LONG },
    { disabled: '' },
    { readonly: '' },
    { theme: 'dark', href: '/privacy', required: '' },
  ] as Record<string, string>[]) {
    it(`has no axe violations with ${JSON.stringify(attributes)}`, async () => {
      const element = await mount<HeedConsent>('heed-consent', { name: 'axe', survey: 'axe', ...attributes });
      element.reportValidity();
      await element.updateComplete;
      expect(await findAxeViolations(element)).to.deep.equal([]);
    });
  }
});
