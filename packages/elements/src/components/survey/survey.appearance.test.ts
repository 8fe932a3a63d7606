import '../../define/choice.ts';
import '../../define/csat.ts';
import '../../define/nps.ts';
import '../../define/survey.ts';
import '../../define/text.ts';
import { setMediaFeatures, setViewport } from '@heed/tooling/commands';
import { findAxeViolations } from '@heed/testing/suites/axe';
import { findMisfits } from '@heed/testing/suites/fit';
import { unmountAll } from '@heed/testing/suites/page';
import { expect } from 'chai';
import {
  answer,
  build,
  choice,
  focused,
  goNext,
  nps,
  part,
  question,
  send,
  setUp,
  text,
} from './test/survey.ts';
import type { HeedSurvey } from './survey.ts';

const children = (): HTMLElement[] => [
  build('p', { slot: 'welcome' }, 'Three short questions.'),
  nps({ required: '' }),
  build('section', { id: 'more' }, build('h2', {}, 'More'), choice(), text({ type: 'long' })),
  build('p', { id: 'last' }, 'You gave us {{recommend}}.'),
  build('p', { slot: 'ending' }, 'The team reads every answer on Monday.'),
];

/** Each state and how to reach it. */
const STATES: [name: string, reach: () => Promise<HeedSurvey>][] = [
  ['the welcome screen', () => setUp({ question: 'Your visit' }, children())],
  ['a question', () => reach(1)],
  ['a validation message', () => reach(2)],
  ['a step with text', () => reach(2, 9)],
  ['the last step', () => reach(3, 9)],
  ['one page', () => setUp({ display: 'page', question: 'Your visit' }, children())],
  [
    'a closed survey',
    () => setUp({}, [...children(), build('p', { slot: 'unavailable' }, 'Not now.'), nps()]),
  ],
  [
    'the outcome',
    async () => {
      const survey = await reach(3, 9);
      await send(survey);
      return survey;
    },
  ],
  [
    'a restored draft',
    async () => {
      (await reach(2, 9, 'appearance')).remove();
      return setUp({ survey: 'appearance', question: 'Your visit' }, children());
    },
  ],
];

async function reach(moves: number, recommend?: number, survey = `${Math.random()}`): Promise<HeedSurvey> {
  const element = await setUp({ survey, question: 'Your visit' }, children());
  await goNext(element);
  if (recommend !== undefined) await answer(element, 'recommend', recommend);
  for (let move = 1; move < moves; move++) await goNext(element);
  return element;
}

describe('the appearance of <heed-survey>', () => {
  afterEach(async () => {
    unmountAll();
    localStorage.clear();
    document.documentElement.lang = 'en';
    document.documentElement.removeAttribute('dir');
    await setViewport({ width: 800, height: 600 });
    await setMediaFeatures({});
  });

  for (const [name, open] of STATES) {
    it(`has no axe violations: ${name}`, async () => {
      expect(await findAxeViolations(await open())).to.deep.equal([]);
    });
  }

  for (const lang of ['en', 'de', 'ar']) {
    for (const [name, open] of STATES) {
      it(`fits a phone in "${lang}": ${name}`, async () => {
        await setViewport({ width: 320, height: 600 });
        document.documentElement.lang = lang;
        document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';
        expect(findMisfits(await open())).to.deep.equal([]);
      });
    }
  }

  it('has no axe violations in forced colours', async function () {
    if (!(await setMediaFeatures({ 'forced-colors': 'active' }))) this.skip();
    expect(await findAxeViolations(await reach(2, 9))).to.deep.equal([]);
  });

  it('labels the group around the questions with the step number', async () => {
    const survey = await reach(1);
    const step = part(survey, 'step');
    expect(step.getAttribute('role')).to.equal('group');
    expect(step.getAttribute('aria-label')).to.equal('Step 1 of 3');
    expect(focused(survey)).to.equal('recommend');
    await answer(survey, 'recommend', 9);
    await goNext(survey);
    expect(step.getAttribute('aria-label')).to.equal('Step 2 of 3');
    // A heading comes before the question.
    expect(focused(survey)).to.equal('step');
  });

  it('keeps the buttons in place from question to question', async () => {
    const survey = await setUp({}, [nps(), text(), choice()]);
    const top = part(survey, 'next').getBoundingClientRect().top;
    await goNext(survey);
    expect(part(survey, 'next').getBoundingClientRect().top).to.be.closeTo(top, 1);
    await goNext(survey);
    expect(part(survey, 'submit').getBoundingClientRect().top).to.be.closeTo(top, 1);
  });

  it('has no animation with reduced motion', async function () {
    if (!(await setMediaFeatures({ 'prefers-reduced-motion': 'reduce' }))) this.skip();
    const survey = await setUp({}, [nps(), text()]);
    await goNext(survey);
    expect(question(survey, 'why').getAnimations().length).to.equal(0);
  });

  it('does not move the focus when it appears', async () => {
    await setUp({}, [nps(), text()]);
    expect(document.activeElement).to.equal(document.body);
  });
});
