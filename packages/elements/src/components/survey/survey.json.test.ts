/** Surveys as JSON. */
import '../../define/choice.ts';
import '../../define/csat.ts';
import '../../define/nps.ts';
import '../../define/survey.ts';
import '../../define/text.ts';
import type { SurveyDefinition } from '@heed/core/survey';
import { openSpace, type RemoteSpace } from '@heed/testing/fault-server/remote';
import { unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { answer, build, csat, goNext, question, send, setUp, shown, valuesIn } from './test/survey.ts';
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

/** Answers the survey with a low score. */
async function answerAll(survey: HeedSurvey): Promise<void> {
  await goNext(survey);
  await answer(survey, 'recommend', 3);
  await goNext(survey);
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

  it('is rendered from the property definition', async () => {
    const survey = document.createElement('heed-survey');
    survey.definition = VISIT;
    const holder = await setUp({}, []);
    holder.parentElement?.append(survey);
    await survey.updateComplete;
    await answerAll(survey);
  });

  it('is rendered from a script inside', async () => {
    const survey = build('heed-survey', {}, script(JSON.stringify(VISIT))) as HeedSurvey;
    (await setUp({}, [])).parentElement?.append(survey);
    await survey.updateComplete;
    await answerAll(survey);
  });

  it('is in the language of the page, and keeps the answers when that changes', async () => {
    const survey = await setUp({}, []);
    survey.definition = VISIT;
    await survey.updateComplete;
    await goNext(survey);
    await answer(survey, 'recommend', 3);
    expect(question(survey, 'recommend').getAttribute('question')).to.equal('Would you recommend us?');
    document.documentElement.lang = 'de';
    await until('the German question', () => survey.querySelector('[question="Würden Sie uns empfehlen?"]'));
    await survey.updateComplete;
    expect(question(survey, 'recommend').value).to.equal(3);
    expect(shown(survey)).to.deep.equal(['recommend']);
    expect(survey.querySelectorAll('heed-nps').length).to.equal(1);
  });

  it('replaces the first definition with another one', async () => {
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

  it('does not replace attributes that the page has set', async () => {
    const survey = await setUp({ survey: 'mine' }, []);
    survey.definition = VISIT;
    await survey.updateComplete;
    expect(survey.survey).to.equal('mine');
  });

  for (const [what, text] of [
    ['is not JSON', '{"v": 1, "secret 4111'],
    ['does not match the schema', '{"v": 1, "survey": "x", "steps": "secret 4111"}'],
    ['contains prototype keys', '{"__proto__": {"v": 1}, "constructor": 1}'],
    ['is nested too deeply', '['.repeat(100_000)],
  ] as const) {
    it(`is closed with at most one warning if it ${what}`, async () => {
      let survey: HeedSurvey | undefined;
      const warnings = await warningsDuring(async () => {
        survey = await bare({}, [script(text), build('p', { slot: 'unavailable' }, 'Not now.')]);
      });
      // Some browsers do not report the position, and identical warnings appear once.
      expect(warnings.filter((each) => each.includes('HEED_DEFINITION')).length).to.be.at.most(1);
      expect(warnings.join('\n')).not.to.contain('4111');
      expect(survey?.matches(':state(closed)')).to.equal(true);
      expect(survey?.querySelector('[slot=unavailable]')?.checkVisibility()).to.equal(true);
    });
  }

  it('keeps the page’s own steps when its definition is invalid', async () => {
    const survey = await setUp({}, [csat(), script('{')]);
    expect(survey.matches(':state(closed)')).to.equal(true);
    survey.querySelector('script')?.remove();
    await until('the question', () => shown(survey)[0] === 'satisfied');
  });

  describe('from a URL', () => {
    let space: RemoteSpace;
    beforeEach(async () => {
      const { origin } = (await (await fetch('/fault-server.json')).json()) as { origin: string };
      space = openSpace(origin, crypto.randomUUID());
    });

    it('is rendered', async () => {
      await space.script({ status: 200, body: VISIT });
      await answerAll(await setUp({ survey: 'visit', src: space.endpoint }, []));
    });

    it('is closed without a network connection, and opens once there is one', async () => {
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
