import '../../define/text.ts';
import { setMediaFeatures, setViewport } from '@heed/tooling/commands';
import { findAxeViolations } from '@heed/testing/suites/axe';
import { formSuite } from '@heed/testing/suites/form-suite';
import { clickOn, inside, mount, press, unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { submitSuite } from '@heed/testing/suites/submit-suite';
import { expect } from 'chai';
import type { HeedText } from './text.ts';

const field = (element: Element): HTMLInputElement => inside<HTMLInputElement>(element, '#input');
const write =
  (text: string) =>
  async (element: Element): Promise<void> => {
    await clickOn(field(element));
    await press(...text);
  };
const writeAndLeave =
  (text: string) =>
  async (element: Element): Promise<void> => {
    await write(text)(element);
    field(element).blur();
  };
const shownError = (element: Element): string => {
  const error = inside(element, '#error');
  return error.hidden ? '' : (error.textContent?.trim() ?? '');
};

formSuite({
  tag: 'heed-text',
  answer: writeAndLeave('Ok'),
  entries: [['field', 'Ok']],
  restored: { state: 'back', value: 'back' },
});
submitSuite({ tag: 'heed-text', answer: write('Ok'), answers: [['text', 'text', 'Ok']] });

describe('<heed-text>', () => {
  afterEach(async () => {
    unmountAll();
    document.documentElement.removeAttribute('dir');
    document.documentElement.lang = 'en';
    await setViewport({ width: 800, height: 600 });
  });

  it('can be answered and sent with the keyboard', async () => {
    const element = await mount<HeedText>('heed-text', { survey: 'keys', name: 'why', question: 'Why?' });
    const sent: unknown[] = [];
    element.addEventListener('heed-submit', (event) => {
      sent.push(event.detail.answers);
      event.respondWith({ state: 'sent' });
    });
    element.focus();
    await press('4', '2', 'Enter');
    await until('the answer to be sent', () => sent.length === 1);
    expect(sent[0]).to.deep.equal([{ name: 'why', kind: 'text', value: '42', question: 'Why?' }]);
  });

  it('starts a new line with the Enter key in a long text', async () => {
    const element = await mount<HeedText>('heed-text', { survey: 'lines', type: 'long' });
    await write('a')(element);
    await press('Enter', 'b');
    expect(element.value).to.equal('a\nb');
  });

  it('submits its form with the Enter key', async () => {
    const form = await mount<HTMLFormElement>('form');
    const element = await mount<HeedText>('heed-text', { name: 'line' }, form);
    let heard = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      heard += 1;
    });
    element.focus();
    await press('a', 'Enter');
    await until('the form to be sent', () => heard === 1);
  });

  it('fires "input" after each change of the value, and "change" once on blur', async () => {
    const element = await mount<HeedText>('heed-text', { name: 'line' });
    const seen: unknown[] = [];
    for (const type of ['input', 'change'])
      element.addEventListener(type, () => seen.push([type, element.value]));
    await writeAndLeave('ab')(element);
    expect(seen).to.deep.equal([
      ['input', 'a'],
      ['input', 'ab'],
      ['change', 'ab'],
    ]);
  });

  it('fires no event when a script sets the value', async () => {
    const element = await mount<HeedText>('heed-text', { name: 'line' });
    let heard = 0;
    for (const type of ['input', 'change']) element.addEventListener(type, () => (heard += 1));
    element.value = 'set';
    await element.updateComplete;
    expect(field(element).value).to.equal('set');
    expect(heard).to.equal(0);
  });

  it('keeps the caret position while the middle of a text is edited', async () => {
    const element = await mount<HeedText>('heed-text', { name: 'line', value: 'ad' });
    await clickOn(field(element));
    field(element).setSelectionRange(1, 1);
    await press('b', 'c');
    expect(element.value).to.equal('abcd');
  });

  it('restores the initial value on reset', async () => {
    const form = await mount<HTMLFormElement>('form');
    const element = await mount<HeedText>('heed-text', { name: 'line', value: 'first' }, form);
    await write('x')(element);
    form.reset();
    await element.updateComplete;
    expect([element.value, field(element).value]).to.deep.equal(['first', 'first']);
  });

  it('treats white space as no answer', async () => {
    const element = await mount<HeedText>('heed-text', { name: 'line', required: '', value: '  ' });
    expect(element.validity.valueMissing).to.equal(true);
  });

  it('grows with a long text up to twenty lines', async () => {
    const element = await mount<HeedText>('heed-text', { name: 'story', type: 'long' });
    const heightOf = async (lines: number): Promise<number> => {
      element.value = 'line\n'.repeat(lines);
      await element.updateComplete;
      return field(element).getBoundingClientRect().height;
    };
    const [few, some, many, most] = [
      await heightOf(1),
      await heightOf(10),
      await heightOf(30),
      await heightOf(90),
    ];
    expect(some).to.be.greaterThan(few);
    expect(many).to.be.greaterThan(some);
    expect(most).to.equal(many);
    expect(await heightOf(1)).to.equal(few);
  });

  it('does not scroll the page while it is rendered and typed into', async () => {
    await mount('div').then((space) => (space.style.blockSize = '300px'));
    const element = await mount<HeedText>('heed-text', { name: 'story', type: 'long' });
    element.value = 'line\n'.repeat(18);
    await element.updateComplete;
    scrollTo(0, 10_000);
    const before = scrollY;
    for (const text of [element.value, `${element.value}!`]) {
      element.value = text;
      element.requestUpdate();
      await element.updateComplete;
      expect(scrollY).to.equal(before);
    }
    expect(before).to.be.greaterThan(0);
  });

  it('keeps and sends 10,000 characters', async () => {
    const text = '漢字 and 😀 '.repeat(1000).slice(0, 10_000);
    const element = await mount<HeedText>('heed-text', { survey: 'much', type: 'long', value: text });
    const sent: unknown[] = [];
    element.addEventListener('heed-submit', (event) => {
      sent.push(event.detail.answers[0]?.value);
      event.respondWith({ state: 'sent' });
    });
    inside(element, '[part=submit]').click();
    await until('the record', () => sent.length === 1);
    expect(sent).to.deep.equal([text.trim()]);
  });

  it('keeps text over the limit, and reports it immediately until it is shortened', async () => {
    const element = await mount<HeedText>('heed-text', { name: 'line', maxlength: '3', counter: '' });
    await write('four')(element);
    await element.updateComplete;
    expect(element.value).to.equal('four');
    expect(element.validity.tooLong).to.equal(true);
    expect(shownError(element)).to.equal('Please write at most 3 characters.');
    expect(inside(element, '[part=counter]').textContent).to.equal('Characters: 4 of 3');
    await press('Backspace');
    await element.updateComplete;
    expect(element.checkValidity()).to.equal(true);
    expect(shownError(element)).to.equal('');
  });

  it('counts a supplementary character as one', async () => {
    const element = await mount<HeedText>('heed-text', { name: 'line', maxlength: '2', value: '😀😀' });
    expect(element.checkValidity()).to.equal(true);
  });

  it('reports a short text on blur', async () => {
    const element = await mount<HeedText>('heed-text', { name: 'line', minlength: '3' });
    await write('a')(element);
    await element.updateComplete;
    expect(element.validity.tooShort).to.equal(true);
    expect(shownError(element)).to.equal('');
    field(element).blur();
    await until('the words', () => shownError(element) === 'Please write at least 3 characters.');
    expect(field(element).getAttribute('aria-invalid')).to.equal('true');
  });

  it('is valid while it is empty, whatever the minimum length', async () => {
    const element = await mount<HeedText>('heed-text', { name: 'line', minlength: '3' });
    expect(element.checkValidity()).to.equal(true);
  });

  it('requires a valid email address', async () => {
    const element = await mount<HeedText>('heed-text', { name: 'mail', type: 'email' });
    await writeAndLeave('me')(element);
    await until('the words', () => shownError(element).includes('name@example.com'));
    expect(element.validity.typeMismatch).to.equal(true);
    element.value = 'me@example.com';
    await element.updateComplete;
    expect(element.checkValidity()).to.equal(true);
    expect([field(element).type, field(element).autocomplete]).to.deep.equal(['email', 'email']);
  });

  for (const [text, valid] of [
    ['+44 (0)20 7946 0958', true],
    ['٠٢٠٧٩٤٦', true],
    ['call me', false],
  ] as const) {
    it(`${valid ? 'accepts' : 'rejects'} "${text}" as a phone number`, async () => {
      const element = await mount<HeedText>('heed-text', { name: 'phone', type: 'phone', value: text });
      expect(element.checkValidity()).to.equal(valid);
      expect([field(element).type, field(element).autocomplete]).to.deep.equal(['tel', 'tel']);
    });
  }

  it('passes autocomplete and placeholder to the field', async () => {
    const element = await mount<HeedText>('heed-text', {
      name: 'given',
      autocomplete: 'given-name',
      placeholder: 'Ada',
    });
    expect([field(element).autocomplete, field(element).placeholder]).to.deep.equal(['given-name', 'Ada']);
  });

  it('labels its field with the question, and describes it with hint, counter and error', async () => {
    const element = await mount<HeedText>('heed-text', {
      name: 'line',
      required: '',
      question: 'Which order?',
      hint: 'Begins with NW.',
      counter: '',
      maxlength: '9',
    });
    element.reportValidity();
    await element.updateComplete;
    expect(field(element).labels?.[0]?.textContent?.trim()).to.equal('Which order?');
    const described = field(element)
      .getAttribute('aria-describedby')
      ?.split(' ')
      .map((id) => inside(element, `#${id}`).textContent?.trim());
    expect(described).to.deep.equal(['Begins with NW.', 'Characters: 0 of 9', 'Please fill this in.']);
  });

  it('marks the question as optional in a form unless it is required', async () => {
    const element = await mount<HeedText>('heed-text', { name: 'line' });
    expect(inside(element, '[part=question] small').textContent).to.equal('optional');
    element.required = true;
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('[part=question] small')).to.equal(null);
  });

  it('renders markup in the question as text', async () => {
    const element = await mount<HeedText>('heed-text', { name: 'line', question: '<b>bold</b>' });
    expect(inside(element, 'slot').textContent).to.equal('<b>bold</b>');
  });

  it('uses the slotted question, also in the record', async () => {
    const element = await mount<HeedText>('heed-text', { survey: 'slot', question: 'Not this', value: 'a' });
    (await mount('em', { slot: 'question' }, element)).textContent = ' Own words ';
    const asked: unknown[] = [];
    element.addEventListener('heed-submit', (event) => {
      asked.push(event.detail.answers[0]?.question);
      event.respondWith({ state: 'sent' });
    });
    inside(element, '[part=submit]').click();
    await until('the record', () => asked.length === 1);
    expect(asked).to.deep.equal(['Own words']);
  });

  const invalidAttributes: [Record<string, string>, RegExp][] = [
    [{ type: 'url' }, /one of short, long, email, phone, got "url" \(HEED_TYPE\)$/],
    [{ maxlength: 'ten' }, /minlength must be from 1.* got undefined, NaN.*\(HEED_LENGTH\)$/],
    [{ minlength: '9', maxlength: '5' }, /maxlength not less.* got 9, 5.*\(HEED_LENGTH\)$/],
    [{ counter: '' }, /counter needs maxlength.*\(HEED_LENGTH\)$/],
  ];
  for (const [attributes, expected] of invalidAttributes) {
    it(`warns once about ${JSON.stringify(attributes)}, and can still be answered`, async () => {
      const warnings = await warningsDuring(async () => {
        const element = await mount<HeedText>('heed-text', { name: 'line', ...attributes });
        await mount('heed-text', { name: 'line', ...attributes });
        await write('a')(element);
        expect(element.value).to.equal('a');
      });
      expect(warnings.length).to.equal(1);
      expect(warnings[0]).to.match(expected);
    });
  }

  it('does not scroll sideways on a narrow phone with a long question and a long word', async () => {
    await setViewport({ width: 320, height: 600 });
    await mount<HeedText>('heed-text', {
      survey: 'phone',
      type: 'long',
      question: 'Anything else to say? '.repeat(14),
      hint: 'x'.repeat(200),
      value: 'y'.repeat(200),
    });
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });

  it('detects the direction of a text, and writes addresses left to right', async () => {
    document.documentElement.dir = 'rtl';
    const directionOf = async (attributes: Record<string, string>): Promise<string> =>
      getComputedStyle(field(await mount('heed-text', { name: 'line', ...attributes }))).direction;
    expect(await directionOf({})).to.equal('rtl');
    expect(await directionOf({ value: 'English' })).to.equal('ltr');
    expect(await directionOf({ type: 'email' })).to.equal('ltr');
  });

  it('uses the language of the page, and follows its changes', async () => {
    document.documentElement.lang = 'de';
    const element = await mount<HeedText>('heed-text', { name: 'mail', type: 'email' });
    expect(inside(element, 'slot').textContent).to.equal('Wie lautet Ihre E-Mail-Adresse?');
    document.documentElement.lang = 'en';
    await until('English', () => inside(element, 'slot').textContent?.includes('your e-mail'));
  });

  it('shows a focus ring for keyboard users', async function () {
    // WebKitGTK's automated window is never the active one, and then nothing matches :focus.
    if (!document.hasFocus()) this.skip();
    const before = await mount('button');
    const element = await mount<HeedText>('heed-text', { name: 'line' });
    before.focus();
    await press('Tab');
    expect(getComputedStyle(field(element)).outlineStyle).to.equal('solid');
  });

  it('has no animations with reduced motion', async function () {
    if (!(await setMediaFeatures({ 'prefers-reduced-motion': 'reduce' }))) this.skip();
    const element = await mount<HeedText>('heed-text', { survey: 'still', value: 'a' });
    element.addEventListener('heed-submit', (event) => event.respondWith({ state: 'sent' }));
    inside(element, '[part=submit]').click();
    await until('the thanks', () => element.matches(':state(sent)'));
    expect(element.shadowRoot?.getAnimations()).to.deep.equal([]);
    await setMediaFeatures({});
  });

  it('shows icon and text of an error in forced colours', async function () {
    if (!(await setMediaFeatures({ 'forced-colors': 'active' }))) this.skip();
    const element = await mount<HeedText>('heed-text', { name: 'line', required: '' });
    element.reportValidity();
    await element.updateComplete;
    expect(inside(element, '#error svg').getBoundingClientRect().width).to.be.greaterThan(0);
    expect(shownError(element)).to.equal('Please fill this in.');
    await setMediaFeatures({});
  });

  for (const attributes of [
    { placeholder: 'Ada' },
    { value: 'words', type: 'long', hint: 'Some help', counter: '', maxlength: '9' },
    { value: 'too long', maxlength: '3', counter: '' },
    { disabled: '', value: 'words' },
    { readonly: '', value: 'words' },
    { required: '' },
    { theme: 'dark', value: 'words', type: 'email' },
  ] as Record<string, string>[]) {
    it(`has no axe violations with ${JSON.stringify(attributes)}`, async () => {
      const element = await mount<HeedText>('heed-text', { name: 'axe', survey: 'axe', ...attributes });
      element.reportValidity();
      await element.updateComplete;
      expect(await findAxeViolations(element)).to.deep.equal([]);
    });
  }
});
