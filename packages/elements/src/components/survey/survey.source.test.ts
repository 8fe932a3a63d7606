/** A survey that is given as JSON. */
import '../../define/choice.ts';
import '../../define/csat.ts';
import '../../define/nps.ts';
import '../../define/survey.ts';
import '../../define/text.ts';
import type { SurveyDefinition } from '@heed/core/survey';
import { openSpace, type RemoteSpace } from '@heed/testing/fault-server/remote';
import { unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { answer, build, csat, goOn, question, send, setUp, shown, valuesIn } from './test/survey.ts';
import type { HeedSurvey } from './survey.ts';

const VISIT: SurveyDefinition = {
  v: 1,
  survey: 'visit',
  hidden: { plan: 'team' },
  welcome: { items: [{ kind: 'statement', text: 'Two questions.' }] },
  steps: [
    {
      items: [
        {
          kind: 'nps',
          name: 'recommend',
          question: { en: 'Would you recommend us?', de: 'Würden Sie uns empfehlen?' },
          required: true,
        },
      ],
    },
    { showIf: 'recommend <= 6', items: [{ kind: 'text', name: 'why', question: 'Why {{recommend}}?' }] },
  ],
  endings: [{ items: [{ kind: 'statement', text: 'Until next time.' }] }],
};

const bare = (attributes: Record<string, string>, children: Element[] = []): Promise<HeedSurvey> =>
  setUp({ survey: '', ...attributes }, children);

const script = (text: string): Element => build('script', { type: 'application/json' }, text);

/** Goes through the survey as somebody who would not recommend. */
async function goThrough(survey: HeedSurvey): Promise<void> {
  await goOn(survey);
  await answer(survey, 'recommend', 3);
  await goOn(survey);
  await until('the answer', () => question(survey, 'why').getAttribute('question') === 'Why 3?');
  const record = await send(survey);
  expect(record.survey).to.equal('visit');
  expect(valuesIn(record)).to.deep.equal([
    ['recommend', 3],
    ['why', null],
    ['plan', 'team'],
  ]);
  expect(survey.querySelector('[slot=ending]')?.checkVisibility()).to.equal(true);
}

describe('<heed-survey> as JSON', () => {
  afterEach(() => {
    unmountAll();
    localStorage.clear();
    document.documentElement.lang = 'en';
  });

  it('asks what its property says', async () => {
    const survey = document.createElement('heed-survey');
    survey.definition = VISIT;
    const holder = await setUp({}, []);
    holder.parentElement?.append(survey);
    await survey.updateComplete;
    await goThrough(survey);
  });

  it('asks what a script inside of it says', async () => {
    const survey = build('heed-survey', {}, script(JSON.stringify(VISIT))) as HeedSurvey;
    (await setUp({}, [])).parentElement?.append(survey);
    await survey.updateComplete;
    await goThrough(survey);
  });

  it('speaks the language of the page, and another one when that changes, without loss', async () => {
    const survey = await setUp({}, []);
    survey.definition = VISIT;
    await survey.updateComplete;
    await goOn(survey);
    await answer(survey, 'recommend', 3);
    expect(question(survey, 'recommend').getAttribute('question')).to.equal('Would you recommend us?');
    document.documentElement.lang = 'de';
    await until('the German question', () => survey.querySelector('[question="Würden Sie uns empfehlen?"]'));
    await survey.updateComplete;
    expect(question(survey, 'recommend').value).to.equal(3);
    expect(shown(survey)).to.deep.equal(['recommend']);
    expect(survey.querySelectorAll('heed-nps').length).to.equal(1);
  });

  it('takes another definition in place of the first', async () => {
    const survey = await setUp({}, []);
    survey.definition = VISIT;
    await survey.updateComplete;
    const steps = [{ items: [{ kind: 'csat' as const, name: 'satisfied' }] }];
    survey.definition = { v: 1, survey: 'other', display: 'page', steps };
    await survey.updateComplete;
    expect(shown(survey)).to.deep.equal(['satisfied']);
    survey.definition = undefined;
    await survey.updateComplete;
    expect(survey.childElementCount).to.equal(0);
    expect(survey.hasAttribute('display')).to.equal(false);
  });

  it('lets what stands on the tag come first', async () => {
    const survey = await setUp({ survey: 'mine' }, []);
    survey.definition = VISIT;
    await survey.updateComplete;
    expect(survey.survey).to.equal('mine');
  });

  for (const [what, text] of [
    ['is no JSON', '{"v": 1, "secret 4111'],
    ['does not fit', '{"v": 1, "survey": "x", "steps": "secret 4111"}'],
    ['is hostile', '{"__proto__": {"v": 1}, "constructor": 1}'],
    ['is nested without end', '['.repeat(100_000)],
  ] as const) {
    it(`is closed, with one warning at most, when it ${what}`, async () => {
      let survey: HeedSurvey | undefined;
      const warnings = await warningsDuring(async () => {
        survey = await bare({}, [script(text), build('p', { slot: 'unavailable' }, 'Not now.')]);
      });
      // Not every browser says where, and the same is said once.
      expect(warnings.filter((each) => each.includes('HEED_DEFINITION')).length).to.be.at.most(1);
      expect(warnings.join('\n')).not.to.contain('4111');
      expect(survey?.matches(':state(closed)')).to.equal(true);
      expect(survey?.querySelector('[slot=unavailable]')?.checkVisibility()).to.equal(true);
    });
  }

  it('does not let a broken definition take away the page’s own steps', async () => {
    const survey = await setUp({}, [csat(), script('{')]);
    expect(survey.matches(':state(closed)')).to.equal(true);
    survey.querySelector('script')?.remove();
    await until('the question', () => shown(survey)[0] === 'satisfied');
  });

  describe('from an address', () => {
    let space: RemoteSpace;
    beforeEach(async () => {
      const { origin } = (await (await fetch('/fault-server.json')).json()) as { origin: string };
      space = openSpace(origin, crypto.randomUUID());
    });

    it('asks what is there', async () => {
      await space.script({ status: 200, body: VISIT });
      await goThrough(await setUp({ survey: 'visit', src: space.endpoint }, []));
    });

    it('is closed without a network, and opens once there is one', async () => {
      await space.script({ reset: 'before' });
      const survey = await setUp({ src: space.endpoint }, []);
      expect(survey.matches(':state(closed)')).to.equal(true);
      await space.script({ status: 200, body: VISIT });
      dispatchEvent(new Event('online'));
      await until('the survey', () => survey.querySelector('heed-nps'));
      await survey.updateComplete;
      expect(survey.matches(':state(closed)')).to.equal(false);
    });
  });
});
