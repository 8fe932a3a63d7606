import '../../define/matrix.ts';
import { servqualScore, validateRecord, type Rows } from '@heed/core';
import { SERVQUAL } from '@heed/core/batteries';
import { sendKeys, sendMouse, setMediaFeatures, setViewport } from '@heed/tooling/commands';
import { findAxeViolations } from '@heed/testing/suites/axe';
import { formSuite } from '@heed/testing/suites/form-suite';
import { clickOn, inside, mount, press, unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { submitSuite } from '@heed/testing/suites/submit-suite';
import { expect } from 'chai';
import { HeedMatrix } from './matrix.ts';

const TWO = { speed: 'The reply came quickly.', help: 'The reply helped me.' };
const PHONE = { width: 360, height: 640 };
const DESK = { width: 800, height: 600 };

function optionsFor(statements: Record<string, string>): HTMLOptionElement[] {
  return Object.entries(statements).map(([name, text]) => new Option(text, name));
}

/** The suites make elements by their tag alone. */
class MatrixOfTwo extends HeedMatrix {
  override connectedCallback(): void {
    if (this.children.length === 0) this.append(...optionsFor(TWO));
    super.connectedCallback();
    // Children that come later than the element count for its form once it is asked, or after the task.
    void this.validity;
  }
}
customElements.define('matrix-of-two', MatrixOfTwo);

const row = (element: Element, index: number): HTMLElement =>
  inside(element, `[part~=row]:has([name="${index}"])`);
const radio = (element: Element, index: number, step: number): HTMLInputElement => {
  const radios = [...row(element, index).querySelectorAll('input')];
  return radios.find(({ value }) => value === String(step)) as HTMLInputElement;
};
const rate =
  (...steps: number[]) =>
  async (element: Element): Promise<void> => {
    for (const [index, step] of steps.entries()) await clickOn(radio(element, index, step));
  };
const isShown = (element: HTMLElement): boolean => element.offsetHeight > 0;
const shownRows = (element: Element): number[] =>
  [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[part~=row]') ?? [])].flatMap((each, index) =>
    isShown(each) ? [index] : [],
  );
const progress = (element: Element): string => inside(element, '[part=progress]').textContent ?? '';
const shownError = (element: Element): string =>
  element.shadowRoot?.querySelector('#error')?.textContent?.trim() ?? '';
const focusedIn = (element: Element): HTMLInputElement =>
  element.shadowRoot?.activeElement as HTMLInputElement;

async function mountMatrix(
  attributes: Record<string, string> = {},
  statements: Record<string, string> = TWO,
  parent: Element = document.body,
): Promise<HeedMatrix> {
  const element = await mount<HeedMatrix>('heed-matrix', { name: 'service', ...attributes }, parent);
  element.append(...optionsFor(statements));
  await until('the statements', () => shownRows(element).length > 0);
  return element;
}

async function mountServqual(attributes: Record<string, string> = {}): Promise<HeedMatrix> {
  const element = await mount<HeedMatrix>('heed-matrix', { name: 'perceptions', ...attributes });
  element.battery = SERVQUAL.perceptions;
  await element.updateComplete;
  return element;
}

/** What is sent; the answer of the endpoint is a confirmation. */
function recordsOf(element: HeedMatrix): { value: unknown; question: unknown; problems: unknown[] }[] {
  const records: { value: unknown; question: unknown; problems: unknown[] }[] = [];
  element.addEventListener('heed-submit', (event) => {
    const { value, question } = event.detail.answers[0] ?? {};
    records.push({ value, question, problems: validateRecord(event.detail) });
    event.respondWith({ state: 'sent' });
  });
  return records;
}

formSuite({
  tag: 'matrix-of-two',
  answer: rate(3, 5),
  entries: [
    ['field-speed', '3'],
    ['field-help', '5'],
  ],
  restored: { state: '{"speed":2}', value: { speed: 2 } },
});
submitSuite({
  tag: 'matrix-of-two',
  answer: rate(3, 5),
  answers: [['matrix', 'matrix', { speed: 3, help: 5 }]],
});

describe('<heed-matrix>', () => {
  afterEach(async () => {
    unmountAll();
    document.documentElement.removeAttribute('dir');
    document.documentElement.removeAttribute('style');
    document.documentElement.lang = 'en';
    await setViewport(DESK);
  });

  describe('its statements', () => {
    it('are read from <option> children, and follow their changes', async () => {
      const element = await mountMatrix();
      const shown = (): unknown[] =>
        Array.from(
          element.shadowRoot?.querySelectorAll('[part=statement]') ?? [],
          (each) => each.textContent,
        );
      expect(shown()).to.deep.equal(Object.values(TWO));
      element.firstElementChild?.replaceWith(new Option('We were fast.', 'speed'));
      await until('other words', () => shown()[0] === 'We were fast.');
      (element.lastElementChild as HTMLOptionElement).text = 'We helped.';
      await until('the words of the last', () => shown()[1] === 'We helped.');
      element.append(new Option('And kind.', 'kind'));
      await until('a third', () => shown().length === 3);
    });

    it('are read from a battery, with its question and end labels', async () => {
      const element = await mountServqual({ survey: 'service' });
      expect(shownRows(element).length).to.equal(22);
      expect(inside(element, 'slot').textContent).to.equal(SERVQUAL.perceptions.question);
      expect(inside(element, '[part=ends]').textContent?.trim()).to.match(
        /^1 Strongly disagree\s*7 Strongly agree$/,
      );
    });

    it('prefer attributes to the battery', async () => {
      const element = await mountServqual({
        question: 'Which?',
        'low-label': 'Never',
        'high-label': 'Always',
      });
      expect(inside(element, 'slot').textContent).to.equal('Which?');
      expect(inside(element, '[part=ends]').textContent?.trim()).to.match(/^1 Never\s*7 Always$/);
    });

    it('render markup as text', async () => {
      const element = await mountMatrix({}, { bold: '<b>bold</b>' });
      expect(inside(element, '[part=statement]').textContent).to.equal('<b>bold</b>');
    });

    it('keep their answers while they are removed, which do not count', async () => {
      const element = await mountMatrix({ required: '' });
      await rate(3, 5)(element);
      const [first] = element.children;
      first?.remove();
      await until('one row', () => shownRows(element).length === 1);
      expect(element.value).to.deep.equal({ help: 5 });
      expect(element.checkValidity()).to.equal(true);
      element.append(first as Element);
      await until('two rows', () => shownRows(element).length === 2);
      expect(element.value).to.deep.equal({ speed: 3, help: 5 });
    });

    it('can be named like members of Object.prototype', async () => {
      const element = await mountMatrix({}, { constructor: 'A', __proto_: 'B', toString: 'C' });
      await rate(1, 2, 3)(element);
      expect(element.value).to.deep.equal({ constructor: 1, __proto_: 2, toString: 3 });
      expect(element.checkValidity()).to.equal(true);
    });

    it('can be a hundred', async () => {
      const many = Object.fromEntries(
        Array.from({ length: 100 }, (_, index) => [`s${index}`, `No. ${index}`]),
      );
      const element = await mountMatrix({ min: '0', max: '10', required: '' }, many);
      expect(shownRows(element).length).to.equal(100);
      await clickOn(radio(element, 99, 0));
      expect(element.value).to.deep.equal({ s99: 0 });
      element.reportValidity();
      await until('the first that is missing', () => focusedIn(element) === radio(element, 0, 0));
    });
  });

  describe('its value', () => {
    it('keeps 0 as an answer', async () => {
      const element = await mountMatrix({ min: '0', max: '4', required: '' });
      await rate(0, 0)(element);
      expect(element.value).to.deep.equal({ speed: 0, help: 0 });
      expect(element.checkValidity()).to.equal(true);
    });

    it('keeps the answer when the chosen step is clicked again', async () => {
      const element = await mountMatrix();
      await rate(4)(element);
      await rate(4)(element);
      expect(element.value).to.deep.equal({ speed: 4 });
    });

    it('is a copy', async () => {
      const element = await mountMatrix();
      await rate(4)(element);
      Object.assign(element.value as object, { speed: 1 });
      expect(element.value).to.deep.equal({ speed: 4 });
    });

    it('can be set', async () => {
      const element = await mountMatrix();
      let heard = 0;
      for (const type of ['input', 'change']) element.addEventListener(type, () => (heard += 1));
      element.value = { help: 6 };
      await element.updateComplete;
      expect(radio(element, 1, 6).checked).to.equal(true);
      expect(heard).to.equal(0);
      element.value = null;
      await element.updateComplete;
      expect(element.shadowRoot?.querySelector(':checked')).to.equal(null);
    });

    it('is not in the form data without a name', async () => {
      const form = await mount<HTMLFormElement>('form');
      const element = await mountMatrix({ name: '' }, TWO, form);
      await rate(1)(element);
      expect([...new FormData(form)]).to.deep.equal([]);
    });

    it('has changed before "input" and "change", which fire once per action', async () => {
      const element = await mountMatrix();
      const seen: unknown[] = [];
      for (const type of ['input', 'change'])
        element.addEventListener(type, () => seen.push([type, element.value]));
      await rate(3)(element);
      expect(seen).to.deep.equal([
        ['input', { speed: 3 }],
        ['change', { speed: 3 }],
      ]);
    });

    for (const [value, place] of [
      [{ speed: 8 }, 0],
      [{ speed: 1, help: 1.5 }, 1],
      [{ speed: 1, other: 1 }, 0],
    ] as [Rows, number][]) {
      it(`is kept as invalid, with a warning, if it is ${JSON.stringify(value)}`, async () => {
        const warnings = await warningsDuring(async () => {
          const element = await mountMatrix();
          element.value = value;
          await element.updateComplete;
          expect(element.value).to.deep.equal(value);
          expect(element.validity.badInput).to.equal(true);
          element.reportValidity();
          await until('the words', () => shownError(element) === 'This answer is not on the scale.');
          expect(row(element, place).contains(inside(element, '#error'))).to.equal(true);
        });
        expect(warnings.length).to.equal(1);
        expect(warnings[0]).to.match(/whole numbers from 1 to 7 .*\(HEED_VALUE\)$/);
      });
    }
  });

  const invalidAttributes: [Record<string, string>, Record<string, string>, RegExp][] = [
    [{ max: '1' }, TWO, /2 to 11 steps from 0 or more, got 1 to 1 \(HEED_MAX\)$/],
    [{ max: '12' }, TWO, /got 1 to 12 \(HEED_MAX\)$/],
    [{ min: '-3' }, TWO, /got -3 to 7 \(HEED_MAX\)$/],
    [{ max: 'ten' }, TWO, /got 1 to NaN \(HEED_MAX\)$/],
    [{ display: 'grid' }, TWO, /one of auto, table, single, got "grid" \(HEED_DISPLAY\)$/],
  ];
  for (const [attributes, statements, expected] of invalidAttributes) {
    it(`warns once about ${JSON.stringify(attributes)}, and can still be answered`, async () => {
      const warnings = await warningsDuring(async () => {
        const element = await mountMatrix(attributes, statements);
        await mountMatrix(attributes, statements);
        await rate(7, 1)(element);
        expect(element.value).to.deep.equal({ speed: 7, help: 1 });
      });
      expect(warnings.length).to.equal(1);
      expect(warnings[0]).to.match(expected);
    });
  }

  it('warns once about two statements with the same name, and shows one of them', async () => {
    const warnings = await warningsDuring(async () => {
      const element = await mount<HeedMatrix>('heed-matrix', { name: 'twice' });
      element.battery = { statements: ['Fast.', 'Quick.'].map((text) => ({ name: 'speed', text })) };
      await element.updateComplete;
      expect(shownRows(element)).to.deep.equal([0]);
    });
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.match(/unique name \(HEED_LIST\)$/);
  });

  it('warns about an empty list, and does not block its form', async () => {
    const warnings = await warningsDuring(async () => {
      const element = await mount<HeedMatrix>('heed-matrix', { survey: 'none', required: '' });
      expect(element.checkValidity()).to.equal(true);
      expect(element.shadowRoot?.querySelector('[part=submit]')).to.equal(null);
      await new Promise((resolve) => setTimeout(resolve, 1100));
    });
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.match(/no statements.*\(HEED_LIST\)$/);
  });

  describe('missing answers', () => {
    it('are reported outside a form if no statement is answered', async () => {
      const element = await mountMatrix({ survey: 'alone' });
      const records = recordsOf(element);
      inside(element, '[part=submit]').click();
      await until('the words', () => shownError(element) === 'Please choose an answer.');
      await clickOn(radio(element, 1, 5));
      inside(element, '[part=submit]').click();
      await until('the record', () => records.length === 1);
      expect(records).to.deep.equal([
        { value: { help: 5 }, question: 'How far do you agree with these statements?', problems: [] },
      ]);
    });

    it('are reported for every statement if it is required, at the first one', async () => {
      const element = await mountMatrix({ survey: 'all', required: '' });
      await rate(5)(element);
      inside(element, '[part=submit]').click();
      await until('the words', () => shownError(element) === 'Please rate every statement.');
      expect(focusedIn(element)).to.equal(radio(element, 1, 1));
      const { ariaInvalid } = row(element, 1);
      expect([ariaInvalid, row(element, 0).ariaInvalid]).to.deep.equal(['true', 'false']);
      expect(row(element, 1).getAttribute('aria-describedby')).to.equal('error');
      expect(inside(element, '[part=group]').getAttribute('aria-describedby')).to.equal('hint');
      expect(row(element, 1).contains(inside(element, '#error'))).to.equal(true);
      await press(' ');
      await until('no words', () => shownError(element) === '');
    });

    for (const display of ['table', 'single']) {
      it(`are reported by the browser when a form is submitted, with display="${display}"`, async () => {
        const form = await mount<HTMLFormElement>('form');
        const element = await mountMatrix({ required: '', display }, { a: 'A', b: 'B', c: 'C' }, form);
        element.value = { a: 1, b: 1 };
        await element.updateComplete;
        form.requestSubmit();
        await until('the words', () => shownError(element) === 'Please rate every statement.');
        expect(isShown(row(element, 2))).to.equal(true);
        if (document.hasFocus()) expect(document.activeElement).to.equal(element);
      });
    }
  });

  describe('in a wide container', () => {
    it('shows all statements, without progress and navigation', async () => {
      const element = await mountServqual({ survey: 'desk' });
      expect(shownRows(element).length).to.equal(22);
      for (const part of ['progress', 'next']) {
        expect(isShown(inside(element, `[part=${part}]`))).to.equal(false);
      }
      expect(isShown(inside(element, '[part=submit]'))).to.equal(true);
    });

    it('reserves no space for buttons in a form', async () => {
      const form = await mount<HTMLFormElement>('form');
      const element = await mountMatrix({}, TWO, form);
      expect(isShown(inside(element, '[part=actions]'))).to.equal(false);
    });

    it('aligns the steps in columns below the end labels', async () => {
      const element = await mountServqual();
      const leftOf = (each: Element | null): number => Math.round(each?.getBoundingClientRect().left ?? NaN);
      const firsts = Array.from({ length: 22 }, (_, index) => leftOf(radio(element, index, 1)));
      expect(new Set(firsts).size).to.equal(1);
      const [low, high] = inside(element, '[part=ends]').children;
      expect(leftOf(low ?? null)).to.be.closeTo(firsts[0] ?? NaN, 2);
      const rightOf = (each: Element | undefined): number => each?.getBoundingClientRect().right ?? NaN;
      expect(rightOf(high)).to.be.closeTo(rightOf(radio(element, 0, 7)), 2);
    });

    it('keeps the end labels visible, and the focused step clear of them', async () => {
      const element = await mountServqual();
      const ends = inside(element, '[part=ends]');
      window.scrollTo(0, 900);
      expect(ends.getBoundingClientRect().top).to.be.closeTo(0, 1);
      // As a browser does for what gets the focus, in a window that is not at the front, too.
      radio(element, 3, 1).scrollIntoView({ block: 'nearest' });
      const gap = radio(element, 3, 1).getBoundingClientRect().top - ends.getBoundingClientRect().bottom;
      expect(gap).to.be.at.least(0);
      window.scrollTo(0, 0);
    });

    it('can be completed with the keyboard, and its gaps can be scored', async () => {
      const element = await mountServqual({ survey: 'keys', required: '' });
      const records = recordsOf(element);
      element.focus();
      for (let index = 0; index < 22; index += 1) await press('ArrowRight', 'Tab');
      expect(focusedIn(element)).to.equal(inside(element, '[part=submit]'));
      await press('Enter');
      await until('the record', () => records.length === 1);
      const perceptions = records[0]?.value as Rows;
      expect(Object.entries(perceptions)).to.deep.equal(
        SERVQUAL.perceptions.statements.map(({ name }) => [name, 2]),
      );
      const expectations = Object.fromEntries(Object.keys(perceptions).map((name) => [name, 5]));
      expect(servqualScore([{ expectations, perceptions }], SERVQUAL).overall.score).to.equal(-3);
    });
  });

  describe('one statement at a time', () => {
    for (const [attributes, viewport] of [
      [{}, PHONE],
      [{ display: 'single' }, DESK],
    ] as const) {
      it(`is the layout with ${JSON.stringify(attributes)} at ${viewport.width} px`, async () => {
        await setViewport(viewport);
        const element = await mountServqual({ survey: 'one', ...attributes });
        expect(shownRows(element)).to.deep.equal([0]);
        expect(progress(element)).to.equal('Statement 1 of 22');
        expect(element.shadowRoot?.querySelector('[part=back]')).to.equal(null);
        expect(isShown(inside(element, '[part=submit]'))).to.equal(false);
      });
    }

    it('moves with the buttons, focuses the statement and announces its position', async () => {
      await setViewport(PHONE);
      const element = await mountMatrix({}, { a: 'A', b: 'B', c: 'C' });
      expect(inside(element, '[part=progress]').getAttribute('aria-live')).to.equal('polite');
      await rate(4)(element);
      await clickOn(inside(element, '[part=next]'));
      expect([shownRows(element), progress(element)]).to.deep.equal([[1], 'Statement 2 of 3']);
      expect(focusedIn(element)).to.equal(radio(element, 1, 1));
      await clickOn(inside(element, '[part=next]'));
      expect(element.shadowRoot?.querySelector('[part=next]')).to.equal(null);
      await clickOn(inside(element, '[part=back]'));
      await clickOn(inside(element, '[part=back]'));
      expect(focusedIn(element)).to.equal(radio(element, 0, 4));
      expect(element.value).to.deep.equal({ a: 4 });
    });

    it('can be completed with the keyboard', async () => {
      await setViewport(PHONE);
      const element = await mountServqual({ survey: 'keys', required: '' });
      const records = recordsOf(element);
      element.focus();
      for (let index = 0; index < 22; index += 1) await press('ArrowRight', 'Enter');
      await until('the record', () => records.length === 1);
      expect(records[0]?.value).to.deep.equal(
        Object.fromEntries(SERVQUAL.perceptions.statements.map(({ name }) => [name, 2])),
      );
    });

    it('stays at a statement after it is answered', async () => {
      await setViewport(PHONE);
      const element = await mountMatrix();
      await rate(4)(element);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(shownRows(element)).to.deep.equal([0]);
    });

    it('shows the first unanswered statement on submit', async () => {
      await setViewport(PHONE);
      const element = await mountMatrix({ survey: 'first', required: '' }, { a: 'A', b: 'B', c: 'C' });
      await rate(4)(element);
      await press('Enter', 'Enter', 'ArrowRight', 'Enter');
      expect(shownRows(element)).to.deep.equal([1]);
      expect(shownError(element)).to.equal('Please rate every statement.');
      expect(focusedIn(element)).to.equal(radio(element, 1, 1));
    });

    it('then moves to the next unanswered statement, and to the last one', async () => {
      await setViewport(PHONE);
      const element = await mountServqual({ survey: 'next', required: '' });
      const records = recordsOf(element);
      const [first, second, ...rest] = SERVQUAL.perceptions.statements.map(({ name }) => name);
      element.value = Object.fromEntries([first, ...rest.slice(1)].map((name) => [name, 3]));
      await element.updateComplete;
      element.reportValidity();
      await until('the second', () => shownRows(element)[0] === 1);
      element.focus();
      await press('ArrowRight', 'Enter');
      expect(progress(element)).to.equal('Statement 3 of 22');
      await press('ArrowRight', 'Enter');
      expect(progress(element)).to.equal('Statement 22 of 22');
      await press('Enter');
      await until('the record', () => records.length === 1);
      expect(records[0]?.value).to.include({ [String(second)]: 2, [String(rest[0])]: 2 });
    });

    it('does not move the user when the page checks the validity', async () => {
      await setViewport(PHONE);
      const element = await mountMatrix({ required: '' });
      await clickOn(inside(element, '[part=next]'));
      element.checkValidity();
      expect(shownRows(element)).to.deep.equal([1]);
    });

    it('keeps answer, position and focus when the layout changes', async () => {
      const element = await mountMatrix({}, { a: 'A', b: 'B', c: 'C' });
      await clickOn(radio(element, 1, 3));
      await setViewport(PHONE);
      await until('one row', () => shownRows(element).length === 1);
      expect([shownRows(element), element.value]).to.deep.equal([[1], { b: 3 }]);
      if (document.hasFocus()) expect(focusedIn(element)).to.equal(radio(element, 1, 3));
      await clickOn(inside(element, '[part=next]'));
      await setViewport(DESK);
      await until('all rows', () => shownRows(element).length === 3);
      expect(focusedIn(element)).to.equal(radio(element, 2, 1));
    });

    it('shows the first statement after a reset', async () => {
      await setViewport(PHONE);
      const form = await mount<HTMLFormElement>('form');
      const element = await mountMatrix({}, TWO, form);
      await clickOn(inside(element, '[part=next]'));
      form.reset();
      await until('the first', () => shownRows(element)[0] === 0);
    });

    it('can be navigated while it is read-only', async () => {
      await setViewport(PHONE);
      const element = await mountMatrix({ readonly: '' });
      element.value = { help: 4 };
      await clickOn(inside(element, '[part=next]'));
      expect(focusedIn(element)).to.equal(radio(element, 1, 4));
    });
  });

  describe('with auto-advance', () => {
    it('shows the next statement after a tap', async () => {
      await setViewport(PHONE);
      const element = await mountMatrix({ 'auto-advance': '' });
      await rate(4)(element);
      await until('the second', () => shownRows(element)[0] === 1);
      expect(focusedIn(element)).to.equal(radio(element, 1, 1));
      await clickOn(inside(element, '[part=back]'));
      expect(focusedIn(element)).to.equal(radio(element, 0, 4));
    });

    it('does not move with keys', async () => {
      await setViewport(PHONE);
      const element = await mountMatrix({ 'auto-advance': '' });
      element.focus();
      await press(' ', 'ArrowRight');
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect([shownRows(element), element.value]).to.deep.equal([[0], { speed: 2 }]);
    });

    it('does not move if all statements are shown', async () => {
      const element = await mountMatrix({ 'auto-advance': '' });
      await rate(4)(element);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(focusedIn(element)).to.equal(radio(element, 0, 4));
    });
  });

  it('gives rows and steps accessible names, with the labels of the ends', async () => {
    const element = await mountMatrix({ required: '' });
    const group = row(element, 1);
    expect(group.getAttribute('role')).to.equal('radiogroup');
    expect(group.getAttribute('aria-required')).to.equal('true');
    expect(inside(element, `#${group.getAttribute('aria-labelledby')}`).textContent).to.equal(TWO.help);
    expect(radio(element, 1, 2).getAttribute('aria-label')).to.equal('2 of 7');
    expect(radio(element, 1, 7).getAttribute('aria-label')).to.equal('7 of 7, Strongly agree');
  });

  it('marks the question as optional in a form unless it is required', async () => {
    const element = await mountMatrix();
    expect(inside(element, '[part=question] small').textContent).to.equal('optional');
    element.required = true;
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('[part=question] small')).to.equal(null);
  });

  it('uses the slotted question, also in the record', async () => {
    const element = await mountMatrix({ survey: 'slot', question: 'Not this' });
    (await mount('em', { slot: 'question' }, element)).textContent = ' Own words ';
    const records = recordsOf(element);
    await rate(2)(element);
    inside(element, '[part=submit]').click();
    await until('the record', () => records.length === 1);
    expect(records[0]?.question).to.equal('Own words');
  });

  it('follows the reading direction with the arrow keys', async () => {
    document.documentElement.dir = 'rtl';
    const element = await mountMatrix();
    await rate(4)(element);
    await press('ArrowDown');
    expect(element.value).to.deep.equal({ speed: 5 });
    const [low, high] = [1, 7].map((step) => radio(element, 0, step).getBoundingClientRect().left);
    expect(low).to.be.greaterThan(high ?? NaN);
  });

  it('uses the language of the page, and follows its changes', async () => {
    document.documentElement.lang = 'de';
    const element = await mountMatrix();
    await until('German', () => !progress(element).includes('Statement'));
    document.documentElement.lang = 'en';
    await until('English', () => progress(element) === 'Statement 1 of 2');
  });

  const LONG = { long: 'A statement with many words, and then some more. '.repeat(6), word: 'x'.repeat(300) };
  for (const attributes of [{}, { display: 'table' }, { min: '0', max: '10', display: 'table' }]) {
    it(`does not scroll sideways at 320 px with ${JSON.stringify(attributes)}`, async () => {
      await setViewport({ width: 320, height: 600 });
      await mountMatrix(
        {
          survey: 'phone',
          question: 'How far do you agree? '.repeat(14),
          hint: 'y'.repeat(100),
          ...attributes,
        },
        LONG,
      );
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
    });
  }

  for (const width of [320, 620, 1280]) {
    it(`does not scroll sideways at ${width} px with text of double size`, async () => {
      await setViewport({ width, height: 600 });
      document.documentElement.style.fontSize = '200%';
      await mountMatrix({ survey: 'large', min: '0', max: '10' }, LONG);
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
    });
  }

  for (const width of [528, 800]) {
    it(`has targets of at least 24 px with eleven steps at ${width} px`, async () => {
      await setViewport({ width, height: 600 });
      const element = await mountMatrix({ survey: 'targets', min: '0', max: '10' }, LONG);
      const { width: wide, height } = radio(element, 0, 5).getBoundingClientRect();
      expect(Math.min(wide, height)).to.be.at.least(24);
    });
  }

  it('shows a focus ring for keyboard users', async function () {
    // WebKitGTK's automated window is never the active one, and then nothing matches :focus.
    if (!document.hasFocus()) this.skip();
    const before = await mount('button');
    const element = await mountMatrix();
    before.focus();
    await press('Tab');
    expect(getComputedStyle(focusedIn(element)).outlineStyle).to.equal('solid');
  });

  it('has no animations with reduced motion', async function () {
    if (!(await setMediaFeatures({ 'prefers-reduced-motion': 'reduce' }))) this.skip();
    await setViewport(PHONE);
    const element = await mountMatrix();
    await rate(4)(element);
    await clickOn(inside(element, '[part=next]'));
    expect(element.shadowRoot?.getAnimations()).to.deep.equal([]);
    await setMediaFeatures({});
  });

  it('shows the chosen step in forced colours', async function () {
    if (!(await setMediaFeatures({ 'forced-colors': 'active' }))) this.skip();
    const element = await mountMatrix();
    await rate(4)(element);
    await until('the colour', () => {
      const colours = [3, 4].map((step) =>
        getComputedStyle(radio(element, 0, step).parentElement as Element),
      );
      return colours[0]?.backgroundColor !== colours[1]?.backgroundColor;
    });
    await setMediaFeatures({});
  });

  for (const [attributes, viewport] of [
    [{}, DESK],
    [{ hint: 'Some help' }, PHONE],
    [{ required: '' }, DESK],
    [{ required: '', theme: 'dark' }, PHONE],
    [{ disabled: '' }, DESK],
    [{ readonly: '' }, DESK],
    [{ display: 'table' }, PHONE],
    [{ theme: 'dark' }, DESK],
  ] as [Record<string, string>, typeof DESK][]) {
    it(`has no axe violations with ${JSON.stringify(attributes)} at ${viewport.width} px`, async () => {
      await setViewport(viewport);
      const element = await mountMatrix({ survey: 'axe', ...attributes });
      element.value = { help: 7 };
      element.reportValidity();
      await element.updateComplete;
      expect(await findAxeViolations(element)).to.deep.equal([]);
    });
  }

  describe('with long statements on a phone', () => {
    const LONG = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        `s${index}`,
        `${index + 1}. Die Mitarbeiterinnen und Mitarbeiter haben meine Angelegenheit zuverlässig und verständlich erledigt.`,
      ]),
    );
    const ENDS = { 'low-label': 'Stimme überhaupt nicht zu', 'high-label': 'Stimme voll und ganz zu' };
    /** Text spacing that a user may set (WCAG 2.2, 1.4.12). */
    const SPACING = 'letter-spacing: 0.12em; word-spacing: 0.16em; line-height: 1.5';

    afterEach(async () => {
      await setViewport(DESK);
      document.body.style.cssText = '';
    });

    /** The statement of the step with the focus is in the window, and not under the end labels. */
    function isInSight(element: HeedMatrix): boolean {
      const statement = focusedIn(element).closest('[part~=row]')?.querySelector('[part=statement]');
      const { top, bottom } = (statement as Element).getBoundingClientRect();
      const head = inside(element, '[part=ends]').getBoundingClientRect().bottom;
      const step = focusedIn(element).getBoundingClientRect();
      return top >= Math.min(head, innerHeight) - 1 && Math.max(bottom, step.bottom) <= innerHeight;
    }

    for (const [height, style] of [
      [480, ''],
      [480, SPACING],
      [320, ''],
    ] as const) {
      it(`keeps the focused statement visible at 320x${height}${style && ' with more spacing'}`, async () => {
        await setViewport({ width: 320, height });
        document.body.style.cssText = style;
        const element = await mountMatrix({ display: 'table', ...ENDS }, LONG);
        const [before, after] = await Promise.all([mount('button'), mount('button')]);
        element.before(before);
        before.focus();
        for (let index = 0; index < 12; index += 1) {
          await press('Tab');
          await until('the focus', () => focusedIn(element) === radio(element, index, 1));
          await until(`statement ${index + 1} in sight`, () => isInSight(element));
        }
        after.focus();
        for (let index = 11; index >= 0; index -= 1) {
          await sendKeys({ down: 'Shift' });
          await sendKeys({ press: 'Tab' });
          await sendKeys({ up: 'Shift' });
          await until('the focus', () => focusedIn(element)?.name === String(index));
          await until(`statement ${index + 1} in sight`, () => isInSight(element));
        }
      });
    }

    it('shows the focused step if there is no room for its statement', async () => {
      await setViewport({ width: 320, height: 200 });
      const element = await mountMatrix({ display: 'table', ...ENDS }, { long: LONG['s0']?.repeat(5) ?? '' });
      const before = await mount('button');
      element.before(before);
      before.focus();
      await press('Tab');
      await until('the focus', () => focusedIn(element) === radio(element, 0, 1));
      const { top, bottom } = radio(element, 0, 1).getBoundingClientRect();
      expect([top >= 0, bottom <= innerHeight]).to.deep.equal([true, true]);
    });

    it('does not scroll under a pointer', async () => {
      await setViewport({ width: 320, height: 480 });
      const element = await mountMatrix({ display: 'table', ...ENDS }, LONG);
      radio(element, 3, 1).scrollIntoView({ block: 'start' });
      const before = scrollY;
      const { left, top } = radio(element, 3, 4).getBoundingClientRect();
      await sendMouse({ type: 'click', position: [Math.round(left + 8), Math.round(top + 20)] });
      expect(scrollY).to.equal(before);
    });
  });
});
