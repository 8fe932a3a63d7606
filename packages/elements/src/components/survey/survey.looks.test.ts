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
  goOn,
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

/** Each state, by how it is reached. */
const STATES: [name: string, reach: () => Promise<HeedSurvey>][] = [
  ['the welcome', () => setUp({ question: 'Your visit' }, children())],
  ['a question', () => reach(1)],
  ['a flaw', () => reach(2)],
  ['a step with a text', () => reach(2, 9)],
  ['the last step', () => reach(3, 9)],
  ['one page', () => setUp({ display: 'page', question: 'Your visit' }, children())],
  [
    'a closed survey',
    () => setUp({}, [...children(), build('p', { slot: 'unavailable' }, 'Not now.'), nps()]),
  ],
  [
    'the end',
    async () => {
      const survey = await reach(3, 9);
      await send(survey);
      return survey;
    },
  ],
  [
    'a restored draft',
    async () => {
      (await reach(2, 9, 'looks')).remove();
      return setUp({ survey: 'looks', question: 'Your visit' }, children());
    },
  ],
];

async function reach(moves: number, recommend?: number, survey = `${Math.random()}`): Promise<HeedSurvey> {
  const element = await setUp({ survey, question: 'Your visit' }, children());
  await goOn(element);
  if (recommend !== undefined) await answer(element, 'recommend', recommend);
  for (let move = 1; move < moves; move++) await goOn(element);
  return element;
}

describe('the looks of <heed-survey>', () => {
  afterEach(async () => {
    unmountAll();
    localStorage.clear();
    document.documentElement.lang = 'en';
    document.documentElement.removeAttribute('dir');
    await setViewport({ width: 800, height: 600 });
    await setMediaFeatures({});
  });

  for (const [name, open] of STATES) {
    it(`give axe nothing to find in ${name}`, async () => {
      expect(await findAxeViolations(await open())).to.deep.equal([]);
    });
  }

  for (const lang of ['en', 'de', 'ar']) {
    for (const [name, open] of STATES) {
      it(`fit a phone in "${lang}" in ${name}`, async () => {
        await setViewport({ width: 320, height: 600 });
        document.documentElement.lang = lang;
        document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';
        expect(findMisfits(await open())).to.deep.equal([]);
      });
    }
  }

  it('give axe nothing to find in forced colours', async function () {
    if (!(await setMediaFeatures({ 'forced-colors': 'active' }))) this.skip();
    expect(await findAxeViolations(await reach(2, 9))).to.deep.equal([]);
  });

  it('say the number of a step once, as the name of the group around its questions', async () => {
    const survey = await reach(1);
    const step = part(survey, 'step');
    expect(step.getAttribute('role')).to.equal('group');
    expect(step.getAttribute('aria-label')).to.equal('Step 1 of 3');
    expect(focused(survey)).to.equal('recommend');
    await answer(survey, 'recommend', 9);
    await goOn(survey);
    expect(step.getAttribute('aria-label')).to.equal('Step 2 of 3');
    // There is a heading to be read before the question.
    expect(focused(survey)).to.equal('step');
  });

  it('keep the buttons where they are from question to question', async () => {
    const survey = await setUp({}, [nps(), text(), choice()]);
    const top = part(survey, 'next').getBoundingClientRect().top;
    await goOn(survey);
    expect(part(survey, 'next').getBoundingClientRect().top).to.be.closeTo(top, 1);
    await goOn(survey);
    expect(part(survey, 'submit').getBoundingClientRect().top).to.be.closeTo(top, 1);
  });

  it('move nothing for those who do not want that', async function () {
    if (!(await setMediaFeatures({ 'prefers-reduced-motion': 'reduce' }))) this.skip();
    const survey = await setUp({}, [nps(), text()]);
    await goOn(survey);
    expect(question(survey, 'why').getAnimations().length).to.equal(0);
  });

  it('do not move the page, nor take the focus, when a survey appears', async () => {
    await setUp({}, [nps(), text()]);
    expect(document.activeElement).to.equal(document.body);
  });
});
