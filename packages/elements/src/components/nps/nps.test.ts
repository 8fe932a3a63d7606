import '../../define/nps.ts';
import { setMediaFeatures, setViewport } from '@heed/tooling/commands';
import { findAxeViolations } from '@heed/testing/suites/axe';
import { formSuite } from '@heed/testing/suites/form-suite';
import { clickOn, inside, mount, press, unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { submitSuite } from '@heed/testing/suites/submit-suite';
import { expect } from 'chai';
import type { HeedNps } from './nps.ts';

const step = (element: Element, value: number): HTMLInputElement =>
  inside<HTMLInputElement>(element, `[part~=option]:nth-child(${value + 1}) input`);
const choose = (value: number) => (element: Element) => clickOn(step(element, value));

formSuite({
  tag: 'heed-nps',
  answer: choose(0),
  entries: [['field', '0']],
  restored: { state: '7', value: 7 },
});
submitSuite({ tag: 'heed-nps', answer: choose(9), answers: [['nps', 'nps', 9]] });

describe('<heed-nps>', () => {
  afterEach(async () => {
    unmountAll();
    document.documentElement.removeAttribute('dir');
    document.documentElement.lang = 'en';
    await setViewport({ width: 800, height: 600 });
  });

  it('keeps a score of 0 as an answer', async () => {
    const element = await mount<HeedNps>('heed-nps', { name: 'score', required: '' });
    await choose(0)(element);
    expect(element.value).to.equal(0);
    expect(element.checkValidity()).to.equal(true);
  });

  it('keeps the answer when the chosen step is clicked again', async () => {
    const element = await mount<HeedNps>('heed-nps', { name: 'score' });
    await choose(4)(element);
    await choose(4)(element);
    expect(element.value).to.equal(4);
  });

  it('can be answered and sent with the keyboard', async () => {
    const element = await mount<HeedNps>('heed-nps', { survey: 'keys' });
    const sent: number[] = [];
    element.addEventListener('heed-submit', (event) => {
      sent.push(event.detail.answers[0]?.value as number);
      event.respondWith({ state: 'sent' });
    });
    element.focus();
    await press(' ', 'ArrowRight', 'ArrowRight', 'Enter');
    await until('the answer to be sent', () => sent.length === 1);
    expect(sent).to.deep.equal([2]);
  });

  it('follows the reading direction with the arrow keys', async () => {
    document.documentElement.dir = 'rtl';
    const element = await mount<HeedNps>('heed-nps', { name: 'score', value: '5' });
    element.focus();
    await press('ArrowDown');
    expect(element.value).to.equal(6);
    const [zero, ten] = [step(element, 0), step(element, 10)].map(
      (input) => input.getBoundingClientRect().left,
    );
    expect(zero).to.be.greaterThan(ten ?? 0);
  });

  it('fires "input" and "change" once per user action, after the value has changed', async () => {
    const element = await mount<HeedNps>('heed-nps', { name: 'score' });
    const seen: unknown[] = [];
    for (const type of ['input', 'change'])
      element.addEventListener(type, () => seen.push([type, element.value]));
    await choose(3)(element);
    expect(seen).to.deep.equal([
      ['input', 3],
      ['change', 3],
    ]);
  });

  it('fires no event when a script sets the value', async () => {
    const element = await mount<HeedNps>('heed-nps', { name: 'score' });
    let heard = 0;
    for (const type of ['input', 'change']) element.addEventListener(type, () => (heard += 1));
    element.value = 7;
    await element.updateComplete;
    expect(step(element, 7).checked).to.equal(true);
    expect(heard).to.equal(0);
  });

  it('gives its group and its steps accessible names', async () => {
    const element = await mount<HeedNps>('heed-nps', { name: 'score', question: 'Would you?' });
    expect(inside(element, '[role=radiogroup]').getAttribute('aria-labelledby')).to.equal('question');
    expect(inside(element, '#question').textContent).to.equal('Would you?');
    expect(step(element, 4).ariaLabel).to.equal('4 of 10');
    expect(step(element, 10).ariaLabel).to.equal('10 of 10, Extremely likely');
  });

  it('asks a follow-up question after the score and sends its answer', async () => {
    const element = await mount<HeedNps>('heed-nps', {
      survey: 'words',
      question: 'Would you?',
      'follow-up': 'Why?',
    });
    expect(element.shadowRoot?.querySelector('textarea')).to.equal(null);
    await choose(8)(element);
    const field = await until('the field', () => element.shadowRoot?.querySelector('textarea'));
    field?.focus();
    await press('O', 'k');
    const records: unknown[] = [];
    element.addEventListener('heed-submit', (event) => {
      records.push(event.detail.answers);
      event.respondWith({ state: 'sent' });
    });
    await clickOn(inside(element, '[part=submit]'));
    await until('the record', () => records.length === 1);
    expect(records[0]).to.deep.equal([
      { name: 'nps', kind: 'nps', value: 8, question: 'Would you?' },
      { name: 'nps-comment', kind: 'text', value: 'Ok', question: 'Why?' },
    ]);
  });

  it('warns once about a value off the scale, keeps it and is invalid', async () => {
    const warnings = await warningsDuring(async () => {
      const element = await mount<HeedNps>('heed-nps', { name: 'score', value: '99' });
      await mount('heed-nps', { name: 'score', value: '99' });
      expect(element.value).to.equal(99);
      expect(element.checkValidity()).to.equal(false);
      await choose(2)(element);
      expect(element.checkValidity()).to.equal(true);
    });
    expect(warnings.length).to.equal(1);
    expect(warnings[0]).to.match(/from 0 to 10, got 99.*\(HEED_VALUE\)$/);
  });

  it('treats an empty value as no value', async () => {
    const element = await mount<HeedNps>('heed-nps', { name: 'score', value: '' });
    expect(element.value).to.equal(null);
  });

  it('warns once without survey and name, and can still be answered', async () => {
    const warnings = await warningsDuring(async () => {
      const element = await mount<HeedNps>('heed-nps', {});
      await choose(5)(element);
      expect(element.value).to.equal(5);
    });
    expect(warnings.map((text) => text.slice(-13))).to.deep.equal(['(HEED_SURVEY)']);
  });

  it('renders markup in the question as text', async () => {
    const element = await mount<HeedNps>('heed-nps', {
      name: 'score',
      question: '<img src=x> & <b>bold</b>',
    });
    expect(inside(element, '#question').textContent).to.equal('<img src=x> & <b>bold</b>');
    expect(element.shadowRoot?.querySelector('img, #question b')).to.equal(null);
  });

  it('uses the slotted question, also in the record', async () => {
    const element = await mount<HeedNps>('heed-nps', { survey: 'slot', question: 'Not this', value: '5' });
    const own = await mount('em', { slot: 'question' }, element);
    own.textContent = ' Own words ';
    expect(inside<HTMLSlotElement>(element, 'slot[name=question]').assignedElements()).to.deep.equal([own]);
    const asked: unknown[] = [];
    element.addEventListener('heed-submit', (event) => {
      asked.push(event.detail.answers[0]?.question);
      event.respondWith({ state: 'sent' });
    });
    inside(element, '[part=submit]').click();
    await until('the record', () => asked.length === 1);
    expect(asked).to.deep.equal(['Own words']);
  });

  it('has rows of six and five on a phone, and does not scroll sideways', async () => {
    await setViewport({ width: 320, height: 600 });
    const question = 'How likely '.repeat(30);
    const element = await mount<HeedNps>('heed-nps', {
      survey: 'phone',
      question,
      'high-label': 'Extraordinarily likely',
    });
    const tops = Array.from({ length: 11 }, (_, value) => step(element, value).getBoundingClientRect().top);
    expect(new Set(tops.slice(0, 6)).size).to.equal(1);
    expect(new Set(tops.slice(6)).size).to.equal(1);
    expect(tops[6]).to.be.greaterThan(tops[0] ?? 0);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    expect(inside(element, '[part~=option]').getBoundingClientRect().height).to.be.at.least(44);
  });

  it('fits in one row in a wide container', async () => {
    const element = await mount<HeedNps>('heed-nps', { survey: 'desk' });
    expect(
      new Set(Array.from({ length: 11 }, (_, value) => step(element, value).getBoundingClientRect().top))
        .size,
    ).to.equal(1);
  });

  it('uses the language of the page, and follows its changes', async () => {
    document.documentElement.lang = 'de';
    const element = await mount<HeedNps>('heed-nps', { survey: 'words' });
    expect(inside(element, '#question').textContent).to.contain('weiterempfehlen');
    document.documentElement.lang = 'zh-TW';
    await until('traditional Chinese', () => inside(element, '#question').textContent?.includes('推薦'));
    document.documentElement.lang = 'xx';
    await until('English', () => inside(element, '#question').textContent?.includes('recommend us'));
  });

  it('prefers custom strings to every language', async () => {
    const element = await mount<HeedNps>('heed-nps', { survey: 'words', value: '3' });
    element.strings = { send: 'Go' };
    await element.updateComplete;
    expect(inside(element, '[part=submit]').textContent?.trim()).to.equal('Go');
  });

  it('inherits only font and colour scheme from the page', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'p { font-size: 99px; margin: 50px } label { display: none } button { border: 9px solid red }',
    );
    document.adoptedStyleSheets.push(sheet);
    const element = await mount<HeedNps>('heed-nps', { survey: 'style', value: '3' });
    expect(getComputedStyle(inside(element, '#question')).marginTop).to.equal('0px');
    expect(getComputedStyle(inside(element, '[part~=option]')).display).to.equal('flex');
    expect(getComputedStyle(inside(element, '[part=submit]')).borderTopWidth).to.equal('1px');
    document.adoptedStyleSheets.pop();
  });

  it('shows a focus ring for keyboard users', async function () {
    // WebKitGTK's automated window is never the active one, and then nothing matches :focus.
    if (!document.hasFocus()) this.skip();
    const before = await mount('button');
    const element = await mount<HeedNps>('heed-nps', { name: 'score', value: '3' });
    before.focus();
    await press('Tab');
    expect(getComputedStyle(inside(element, 'input:checked')).outlineStyle).to.equal('solid');
    await press('ArrowRight');
    await element.updateComplete;
    expect(getComputedStyle(inside(element, 'input:checked')).outlineStyle).to.equal('solid');
  });

  it('shows no focus ring for pointer users', async () => {
    const element = await mount<HeedNps>('heed-nps', { name: 'score' });
    await choose(3)(element);
    expect(getComputedStyle(inside(element, 'input:checked')).outlineStyle).to.equal('none');
  });

  it('shows the chosen step in forced colours', async function () {
    if (!(await setMediaFeatures({ 'forced-colors': 'active' }))) this.skip();
    const element = await mount<HeedNps>('heed-nps', { name: 'score', value: '3' });
    const background = (value: number) =>
      getComputedStyle(inside(element, `[part~=option]:nth-child(${value + 1})`)).backgroundColor;
    const system = await mount('div');
    system.style.cssText = 'background: Highlight; forced-color-adjust: none';
    expect(background(3)).to.equal(getComputedStyle(system).backgroundColor);
    expect(background(3)).not.to.equal(background(4));
    await setMediaFeatures({});
  });

  it('has no animations with reduced motion', async function () {
    if (!(await setMediaFeatures({ 'prefers-reduced-motion': 'reduce' }))) this.skip();
    const element = await mount<HeedNps>('heed-nps', { survey: 'still', value: '3' });
    element.addEventListener('heed-submit', (event) => event.respondWith({ state: 'sent' }));
    inside(element, '[part=submit]').click();
    await until('the thanks', () => element.matches(':state(sent)'));
    expect(element.shadowRoot?.getAnimations()).to.deep.equal([]);
    await setMediaFeatures({});
  });

  it('can be answered in a modal dialog', async () => {
    const dialog = await mount<HTMLDialogElement>('dialog');
    const element = await mount<HeedNps>('heed-nps', { survey: 'dialog' }, dialog);
    dialog.showModal();
    await choose(8)(element);
    expect(element.value).to.equal(8);
  });

  it('focuses a stored outcome without waiting for the confirmation', async () => {
    const element = await mount<HeedNps>('heed-nps', { survey: 'stored', value: '3' });
    const settled = new Promise<never>(() => {});
    element.addEventListener('heed-submit', (event) =>
      event.respondWith({ state: 'stored', durable: true, settled }),
    );
    const button = inside(element, '[part=submit]');
    button.focus();
    button.click();
    await until('the focus', () =>
      inside(element, '[part=status]').contains(element.shadowRoot?.activeElement ?? null),
    );
  });

  it('separates two elements of the same survey', async () => {
    const [first, second] = [
      await mount<HeedNps>('heed-nps', { survey: 'two' }),
      await mount<HeedNps>('heed-nps', { survey: 'two' }),
    ];
    await choose(2)(first);
    await choose(9)(second);
    expect([first.value, second.value]).to.deep.equal([2, 9]);
  });

  for (const attributes of [
    {},
    { value: '6' },
    { disabled: '' },
    { value: '99' },
    { required: '' },
    { theme: 'dark', value: '6' },
  ] as Record<string, string>[]) {
    it(`has no axe violations with ${JSON.stringify(attributes)}`, async () => {
      const element = await mount<HeedNps>('heed-nps', {
        name: 'axe',
        survey: 'axe',
        'follow-up': 'Why?',
        ...attributes,
      });
      element.reportValidity();
      await element.updateComplete;
      expect(await findAxeViolations(element)).to.deep.equal([]);
    });
  }
});
