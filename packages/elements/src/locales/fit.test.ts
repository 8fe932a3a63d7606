import '../define/attachment.ts';
import '../define/ces.ts';
import '../define/choice.ts';
import '../define/complaint.ts';
import '../define/consent.ts';
import '../define/csat.ts';
import '../define/launcher.ts';
import '../define/matrix.ts';
import '../define/nps.ts';
import '../define/prompt.ts';
import '../define/survey.ts';
import '../define/text.ts';
import type { Outcome } from '@heed/core';
import { setViewport } from '@heed/tooling/commands';
import { toPseudo, toPseudoText } from '@heed/testing/pseudo';
import { findMisfits } from '@heed/testing/suites/fit';
import { clickOn, inside, mount, unmountAll, until, type TestElement } from '@heed/testing/suites/page';
import { expect } from 'chai';
import type { HeedElement } from '../shared/base/heed-element.ts';
import { loadLanguage } from '../shared/localization/localizer.ts';
import { toDataTransfer } from '../components/attachment/test/files.ts';
import { answer as answerComplaint } from '../components/complaint/test/complaint.ts';
import english from './en.ts';
import { LANGUAGES, loadLocale } from './index.ts';

type Control = HeedElement & TestElement;

/** An element in a state: its attributes, and what a visitor has done to it. */
interface FitCase {
  tag: string;
  state: string;
  attributes?: Record<string, string>;
  /** Words of options, which the page writes. */
  options?: string[];
  /** Questions inside of it. */
  questions?: string[];
  /** Selects what is looked at, where that is not the element but a part that lies over the page. */
  part?: string;
  act?(element: Control): unknown;
  /** Looked at in every real language, too. */
  real?: boolean;
}

const pseudo = toPseudo(english);
const ALL_FIELDS =
  'category severity details happened-at order attachments remedy contact contact-time consent';

const fail = (element: Control): unknown => element.reportValidity();
const answer =
  (value: unknown, outcome?: Outcome) =>
  async (element: Control): Promise<void> => {
    Object.assign(element, { value });
    await element.updateComplete;
    if (outcome) await send(element, outcome);
  };
const complain =
  (outcome: Outcome) =>
  async (element: Control): Promise<void> => {
    await answerComplaint(element);
    await send(element, outcome);
  };
/** One that is taken and one that is not, with names as cameras and people give them. */
const attach = async (element: Control): Promise<void> => {
  const names = ['invoice_2026-11-22_Northwind_copy(2)_final.txt', 'PXL_20261122_101500123.MP.jpg'];
  inside<HTMLInputElement>(element, 'input').files = toDataTransfer(
    ...names.map((name) => new File(['…'], name)),
  ).files;
  inside(element, 'input').dispatchEvent(new Event('change', { bubbles: true }));
  await until('a refusal', () => element.shadowRoot?.querySelector('[part=error]')?.textContent?.trim());
};
const goOn = async (element: Control): Promise<void> => {
  element.querySelector<Control>('heed-nps')?.setAttribute('value', '7');
  await settle(element);
  await clickOn(inside(element, '[part=next]'));
  await until('the second step', () => element.shadowRoot?.querySelector('[part=submit]'));
};
const open =
  (how: 'show' | 'preview') =>
  async (element: Control): Promise<void> => {
    await (element as unknown as Record<typeof how, () => Promise<boolean>>)[how]();
    await Promise.all(element.getAnimations({ subtree: true }).map(({ finished }) => finished));
  };
const sent: Outcome = { state: 'sent' };
const refused: Outcome = { state: 'refused' };
const scale = {
  'follow-up': toPseudoText('What is the main reason for your score?'),
  'call-back': '',
  'share-link': 'https://example.com/',
};
const options = ['Price', 'Something is missing', 'Found something better'].map(toPseudoText);
const statements = ['The reply came quickly.', 'The people who answered knew what they were doing.'].map(
  toPseudoText,
);

/** Every element, in every state that shows words of its own. */
const CASES: FitCase[] = [
  { tag: 'heed-nps', state: 'asked', real: true },
  { tag: 'heed-nps', state: 'missing', attributes: { required: '' }, act: fail },
  { tag: 'heed-nps', state: 'low', attributes: scale, act: answer(0) },
  { tag: 'heed-nps', state: 'sent', attributes: scale, act: answer(10, sent) },
  { tag: 'heed-nps', state: 'refused', act: answer(10, refused) },
  { tag: 'heed-csat', state: 'asked' },
  { tag: 'heed-csat', state: 'ten stars', attributes: { max: '10' } },
  { tag: 'heed-csat', state: 'faces', attributes: { display: 'faces' } },
  { tag: 'heed-csat', state: 'numbers', attributes: { display: 'numbers', max: '7' } },
  { tag: 'heed-csat', state: 'thumbs', attributes: { display: 'thumbs' }, real: true },
  { tag: 'heed-csat', state: 'low', attributes: scale, act: answer(1) },
  { tag: 'heed-ces', state: 'asked' },
  { tag: 'heed-ces', state: 'missing', attributes: { required: '' }, act: fail },
  { tag: 'heed-text', state: 'asked', attributes: { counter: '', maxlength: '400' } },
  { tag: 'heed-text', state: 'missing', attributes: { required: '' }, act: fail, real: true },
  { tag: 'heed-text', state: 'e-mail mistyped', attributes: { type: 'email', value: 'ada' }, act: fail },
  { tag: 'heed-text', state: 'phone mistyped', attributes: { type: 'phone', value: 'ada' }, act: fail },
  { tag: 'heed-choice', state: 'asked', options, attributes: { other: '' } },
  { tag: 'heed-choice', state: 'segments', options, attributes: { display: 'segments' } },
  { tag: 'heed-choice', state: 'list', options, attributes: { display: 'list', multiple: '', other: '' } },
  { tag: 'heed-choice', state: 'missing', options, attributes: { required: '', multiple: '' }, act: fail },
  { tag: 'heed-choice', state: 'chosen', options, act: answer(options[0]) },
  { tag: 'heed-matrix', state: 'asked', options: statements },
  { tag: 'heed-matrix', state: 'table', options: statements, attributes: { display: 'table' } },
  { tag: 'heed-matrix', state: 'missing', options: statements, attributes: { required: '' }, act: fail },
  { tag: 'heed-attachment', state: 'asked' },
  { tag: 'heed-attachment', state: 'missing', attributes: { required: '' }, act: fail, real: true },
  { tag: 'heed-attachment', state: 'filled', attributes: { accept: '.txt' }, act: attach },
  { tag: 'heed-consent', state: 'asked', attributes: { href: '/privacy' } },
  { tag: 'heed-consent', state: 'missing', attributes: { required: '' }, act: fail, real: true },
  { tag: 'heed-complaint', state: 'asked' },
  {
    tag: 'heed-complaint',
    state: 'everything',
    attributes: { fields: ALL_FIELDS, limits: 'usual' },
    act: fail,
    real: true,
  },
  { tag: 'heed-complaint', state: 'missing', act: fail },
  { tag: 'heed-complaint', state: 'wizard', attributes: { wizard: '' } },
  {
    tag: 'heed-complaint',
    state: 'stored',
    attributes: { limits: 'usual' },
    act: complain({ state: 'stored', durable: true }),
  },
  {
    tag: 'heed-complaint',
    state: 'sent',
    attributes: { limits: 'usual' },
    act: complain({ state: 'sent', statusUrl: '/cases/7' }),
  },
  { tag: 'heed-survey', state: 'asked', questions: ['heed-nps', 'heed-text'], real: true },
  { tag: 'heed-survey', state: 'last step', questions: ['heed-nps', 'heed-text'], act: goOn, real: true },
  {
    tag: 'heed-prompt',
    state: 'open',
    questions: ['heed-nps'],
    part: 'panel',
    act: open('show'),
    real: true,
  },
  {
    tag: 'heed-prompt',
    state: 'modal preview',
    attributes: { display: 'modal' },
    questions: ['heed-text'],
    part: 'panel',
    act: open('preview'),
    real: true,
  },
  {
    tag: 'heed-launcher',
    state: 'in a corner',
    attributes: { for: 'fit', hideable: '', badge: '' },
    part: 'base',
    real: true,
  },
];

const RIGHT_TO_LEFT = /^(ar|fa|he)/;

describe('pseudo-language of double length', () => {
  afterEach(unmountAll);
  after(() => setViewport({ width: 800, height: 600 }));

  for (const fitCase of CASES) {
    for (const width of [320, 800]) {
      it(`fits <${fitCase.tag}> (${fitCase.state}) on a page of ${width}px`, async () => {
        await setViewport({ width, height: 800 });
        expect(findMisfits(await reach(fitCase))).to.deep.equal([]);
      });
    }
  }
});

describe('a page of 320px', () => {
  before(() => setViewport({ width: 320, height: 800 }));
  after(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => {
    unmountAll();
    Object.assign(document.documentElement, { lang: 'en', dir: 'ltr' });
  });

  for (const language of LANGUAGES) {
    it(`has room for the words in "${language}"`, async () => {
      const dir = RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr';
      Object.assign(document.documentElement, { lang: language, dir });
      await loadLanguage(language);
      const { npsQuestion } = await loadLocale(language);
      for (const fitCase of CASES.filter(({ real }) => real)) {
        const shown = await reach({ ...fitCase, options: [] });
        if (fitCase.tag === 'heed-nps')
          expect(inside(shown, '[part=question]').innerText).to.equal(npsQuestion);
        expect(findMisfits(shown), `${fitCase.tag} (${fitCase.state})`).to.deep.equal([]);
        unmountAll();
      }
    });
  }
});

describe('a page of 320px with letters of double size', () => {
  before(() => setViewport({ width: 320, height: 800 }));
  after(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => {
    unmountAll();
    document.documentElement.style.removeProperty('font-size');
  });

  for (const fitCase of CASES) {
    it(`has room for <${fitCase.tag}> (${fitCase.state})`, async () => {
      document.documentElement.style.fontSize = '200%';
      expect(findMisfits(await reach(fitCase, {}))).to.deep.equal([]);
    });
  }
});

describe('findMisfits', () => {
  afterEach(unmountAll);

  const show = async (style: string, ...texts: string[]): Promise<HTMLElement> => {
    const box = await mount<HTMLElement>('div', { style });
    box.append(...texts.map((text) => Object.assign(document.createElement('span'), { textContent: text })));
    return box;
  };

  it('is content with text that wraps', async () => {
    expect(findMisfits(await show('width: 100px', 'Some words that need three lines'))).to.deep.equal([]);
  });

  it('finds text that is cut off', async () => {
    const box = await show('width: 100px; white-space: nowrap; overflow: hidden', 'Some words in one line');
    expect(findMisfits(box)).to.deep.equal(['"Some words in one line" extends beyond <div>']);
  });

  it('leaves out text that three dots shorten', async () => {
    const box = await show('width: 100px');
    const style = 'display: block; white-space: nowrap; overflow: hidden; text-overflow: ellipsis';
    box.append(
      Object.assign(document.createElement('b'), { style, textContent: 'Some words in one line' } as object),
    );
    expect(findMisfits(box)).to.deep.equal([]);
  });

  it('finds text that is cut off at the bottom', async () => {
    const box = await show(
      'width: 100px; height: 1.5em; overflow: hidden',
      'Some words that need three lines',
    );
    expect(findMisfits(box)).to.deep.equal(['"Some words that need three lines" extends beyond <div>']);
  });

  it('finds a page that scrolls sideways', async () => {
    const box = await show('width: 3000px', 'Some words');
    expect(findMisfits(box)[0]).to.match(/^the page is \d+px wide/);
  });

  it('finds a control that overlaps the padding', async () => {
    const box = await show('width: 100px; padding: 20px');
    box.setAttribute('part', 'base');
    box.append(Object.assign(document.createElement('button'), { style: 'width: 110px' } as object));
    expect(findMisfits(box)).to.deep.equal(['<button> overlaps the padding of <div part="base">']);
  });

  it('finds text over other text', async () => {
    const box = await show('display: grid; grid: auto / 50px 50px', 'Incomprehensible', 'words');
    expect(findMisfits(box)).to.contain('"Incomprehensible" overlaps "words"');
  });

  it('looks into an element, and into elements inside of it', async () => {
    const complaint = await ask('heed-complaint', { fields: 'attachments', survey: 'fit' });
    complaint.style.width = '60px';
    const misfits = findMisfits(complaint).join();
    expect(misfits).to.contain(`"${pseudo.sendComplaint}" extends beyond <heed-complaint>`);
    expect(misfits).to.contain(`"${pseudo.chooseFiles}" extends beyond <heed-complaint>`);
  });

  it('leaves out what only a screen reader is told', async () => {
    const box = await show('width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)', 'Some words');
    expect(findMisfits(box)).to.deep.equal([]);
  });
});

/** Brings an element into its state. @returns what is looked at */
async function reach(
  { tag, attributes, options, questions, part, act }: FitCase,
  strings?: object,
): Promise<Element> {
  const name = `fit-${Math.random()}`;
  const given = tag === 'heed-prompt' || tag === 'heed-launcher' ? { name } : { survey: name };
  const element = await ask(tag, { ...given, ...attributes }, options, questions);
  if (strings) for (const each of withQuestions(element)) each.strings = strings;
  await act?.(element);
  await settle(element);
  if (!part) return element;
  await until(`its ${part}`, () => element.shadowRoot?.querySelector(`[part=${part}]`));
  return inside(element, `[part=${part}]`);
}

function withQuestions(element: Control): Control[] {
  return [element, ...element.querySelectorAll<Control>('[name]')];
}

async function ask(
  tag: string,
  attributes: Record<string, string>,
  strings: string[] = [],
  questions: string[] = [],
): Promise<Control> {
  const element = document.createElement(tag) as Control;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...strings.map((text) => new Option(text, text)), ...questions.map(createQuestion));
  if (document.documentElement.lang === 'en')
    for (const each of withQuestions(element)) each.strings = pseudo;
  const place = await mount('div');
  place.append(element);
  await settle(element);
  return element;
}

function createQuestion(tag: string): HTMLElement {
  const question = document.createElement(tag);
  question.setAttribute('name', tag);
  return question;
}

async function send(element: Control, outcome: Outcome): Promise<void> {
  element.addEventListener('heed-submit', (event) =>
    (event as Event & { respondWith(outcome: Outcome): void }).respondWith(outcome),
  );
  await clickOn(inside(element, '[part=submit]'));
  await until('the outcome', () => inside(element, '[part=status]').textContent?.trim());
}

/** Parts that load later, and fonts, take a moment. */
async function settle(element: Control): Promise<void> {
  await element.updateComplete;
  await document.fonts.ready;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
