/** Valid and invalid markup. */
import '../../define/choice.ts';
import '../../define/consent.ts';
import '../../define/csat.ts';
import '../../define/nps.ts';
import '../../define/survey.ts';
import '../../define/text.ts';
import { HeedCsat } from '../csat/csat.ts';
import { mount, unmountAll, until, warningsDuring } from '@heed/testing/suites/page';
import { expect } from 'chai';
import {
  answer,
  build,
  choice,
  csat,
  goNext,
  hasPart,
  nps,
  part,
  question,
  send,
  setUp,
  shown,
  text,
  valuesIn,
} from './test/survey.ts';
import type { HeedSurvey } from './survey.ts';

const hidden = (name: string, value = ''): HTMLElement => build('input', { type: 'hidden', name, value });

describe('the markup of <heed-survey>', () => {
  const address = location.href;
  afterEach(() => {
    unmountAll();
    localStorage.clear();
    history.replaceState(null, '', address);
  });

  it('allows questions and text inside any element', async () => {
    const survey = await setUp({}, [
      build('section', { id: 'one' }, build('h2', {}, 'Your visit'), csat(), nps()),
      build('p', { id: 'two' }, 'Nearly done.'),
      text(),
    ]);
    expect(shown(survey)).to.deep.equal(['one']);
    await goNext(survey);
    expect(shown(survey)).to.deep.equal(['two']);
    expect(survey.shadowRoot?.activeElement).to.equal(part(survey, 'step'));
    await goNext(survey);
    expect(valuesIn(await send(survey)).map(([name]) => name)).to.deep.equal([
      'satisfied',
      'recommend',
      'why',
    ]);
  });

  it('shows and hides a question inside a step immediately', async () => {
    const survey = await setUp({}, [
      build('section', {}, nps({ required: '' }), text({ 'show-if': 'recommend <= 6', required: '' })),
    ]);
    expect(question(survey, 'why').checkVisibility()).to.equal(false);
    await answer(survey, 'recommend', 3);
    expect(question(survey, 'why').checkVisibility()).to.equal(true);
    await answer(survey, 'why', 'Slow');
    await answer(survey, 'recommend', 9);
    expect(question(survey, 'why').checkVisibility()).to.equal(false);
    expect(valuesIn(await send(survey))).to.deep.equal([['recommend', 9]]);
  });

  it('shows and hides any element inside a step, with its questions', async () => {
    const survey = await setUp({}, [
      build(
        'section',
        {},
        nps(),
        build('p', { id: 'sorry', 'show-if': 'recommend <= 6' }, 'We are sorry.'),
        build('div', { id: 'more', 'show-if': 'recommend <= 6' }, text()),
      ),
      build('section', {}, build('p', { 'show-if': 'recommend > 8' }, 'Glad to hear that.')),
    ]);
    const visible = (): string[] =>
      ['sorry', 'more'].filter((id) => survey.querySelector(`#${id}`)?.checkVisibility());
    expect(visible()).to.deep.equal([]);
    expect(hasPart(survey, 'submit')).to.equal(true);
    await answer(survey, 'recommend', 3);
    expect(visible()).to.deep.equal(['sorry', 'more']);
    await answer(survey, 'why', 'Slow');
    await answer(survey, 'recommend', 9);
    expect(visible()).to.deep.equal([]);
    expect(hasPart(survey, 'next')).to.equal(true);
    expect(survey.answers.length).to.equal(1);
  });

  it('accepts any element with answers as a question', async () => {
    class Slider extends HTMLElement {
      name = 'mood';
      value: unknown = null;
      get answers() {
        return [{ name: this.name, kind: 'mood', value: this.value as number | null }];
      }
      checkValidity(): boolean {
        return this.value !== null;
      }
    }
    customElements.define('team-slider', Slider);
    const slider = build('team-slider');
    const survey = await setUp({}, [slider, text({ 'show-if': 'mood > 2' })]);
    await goNext(survey);
    expect(shown(survey)).to.deep.equal(['']);
    (slider as Slider).value = 3;
    await goNext(survey);
    expect(shown(survey)).to.deep.equal(['why']);
    expect(valuesIn(await send(survey))[0]).to.deep.equal(['mood', 3]);
  });

  it('waits for the classes of its questions', async () => {
    const late = `heed-late-${Math.random().toString(36).slice(2)}`;
    const survey = build(
      'heed-survey',
      { survey: 'late' },
      build(late, { name: 'first' }),
      text({ 'show-if': 'first > 2' }),
    );
    (await mount('div')).append(survey);
    await until(
      'the file of the session',
      () => performance.getEntriesByName(new URL('./survey-session.ts', import.meta.url).href)[0],
    );
    expect(survey.shadowRoot?.childElementCount ?? 0).to.equal(0);
    customElements.define(late, class extends HeedCsat {});
    await (survey as HeedSurvey).updateComplete;
    expect(shown(survey)).to.deep.equal(['first']);
    expect(survey.matches(':state(closed)')).to.equal(false);
  });

  it('is closed while a question is not registered, and opens afterwards', async () => {
    const { setTimeout } = window;
    window.setTimeout = ((act: () => void, ms?: number, ...rest: unknown[]) =>
      setTimeout(act, ms === 10_000 ? 0 : ms, ...rest)) as typeof setTimeout;
    const late = `heed-late-${Math.random().toString(36).slice(2)}`;
    let survey: HeedSurvey | undefined;
    const warnings = await warningsDuring(async () => {
      survey = await setUp({}, [build(late, { name: 'first' }), text()]);
    });
    window.setTimeout = setTimeout;
    expect(warnings.length).to.equal(1);
    expect(warnings[0]).to.contain(`<${late}>`).and.to.contain('(HEED_TAG)');
    expect(survey?.matches(':state(closed)')).to.equal(true);
    customElements.define(late, class extends HeedCsat {});
    await until('the question', () => survey && shown(survey)[0] === 'first');
  });

  it('updates when steps are added, removed or moved', async () => {
    const survey = await setUp({}, [csat(), nps()]);
    await goNext(survey);
    expect(shown(survey)).to.deep.equal(['recommend']);
    survey.append(text());
    await until('the new step', () => hasPart(survey, 'next'));
    survey.prepend(question(survey, 'recommend'));
    await until('the first place', () => !hasPart(survey, 'back'));
    expect(shown(survey)).to.deep.equal(['recommend']);
    const gone = question(survey, 'satisfied');
    gone.remove();
    await until('it to be visible', () => !gone.hidden);
    await goNext(survey);
    expect(shown(survey)).to.deep.equal(['why']);
    question(survey, 'why').remove();
    await until('the previous step', () => shown(survey)[0] === 'recommend');
  });

  it('shows no card while it is empty, and warns if it stays empty', async () => {
    const warnings = await warningsDuring(async (messages) => {
      const empty = await setUp({}, []);
      expect(empty.offsetHeight).to.equal(0);
      await until('the warning', () => messages.length > 0);
    });
    expect(warnings.length).to.equal(1);
    expect(warnings[0]).to.contain('(HEED_LIST)');
  });

  it('warns about an unknown display and shows steps', async () => {
    let survey: HeedSurvey | undefined;
    const warnings = await warningsDuring(async () => {
      survey = await setUp({ display: 'pages' }, [csat(), text()]);
    });
    expect(warnings.length).to.equal(1);
    expect(warnings[0]).to.contain('(HEED_DISPLAY)');
    expect(survey && shown(survey)).to.deep.equal(['satisfied']);
  });

  it('shows a question that is added later', async () => {
    const survey = await setUp({}, []);
    survey.append(csat());
    await until('the question', () => shown(survey)[0] === 'satisfied');
  });

  it('sends hidden fields, which conditions may use', async () => {
    const survey = await setUp({}, [
      hidden('plan', 'free'),
      text({ 'show-if': "plan = 'free'" }),
      csat({ 'show-if': "plan = 'team'" }),
    ]);
    expect(shown(survey)).to.deep.equal(['why']);
    expect(hasPart(survey, 'submit')).to.equal(true);
    const record = await send(survey);
    expect(record.answers.map(({ name, kind, value }) => [name, kind, value])).to.deep.equal([
      ['why', 'text', null],
      ['plan', 'hidden', 'free'],
    ]);
  });

  it('is filled in from the URL of the page, but only with the names that prefill allows', async () => {
    history.replaceState(null, '', '?campaign=mail&recommend=9&why=x&reason=price&constructor=1');
    const survey = await setUp({ prefill: 'campaign recommend reason' }, [
      hidden('campaign', 'none'),
      nps(),
      choice(),
      text(),
    ]);
    expect(survey.answers.map(({ value }) => value)).to.deep.equal([9, 'price', null, 'mail']);
  });

  it('warns about invalid values in the URL without quoting them, and ignores them', async () => {
    const long = 'x'.repeat(1001);
    const query = new URLSearchParams({
      recommend: '99',
      satisfied: '<img src=x onerror=alert(1)>',
      reason: 'card 4111',
      why: long,
      contact: 'true',
      plan: long,
    });
    history.replaceState(null, '', `?${query}`);
    let survey: HeedSurvey | undefined;
    const warnings = await warningsDuring(async () => {
      survey = await setUp({ prefill: 'recommend, satisfied, reason, why, contact, plan' }, [
        nps(),
        csat(),
        choice(),
        text(),
        build('heed-consent', { name: 'contact' }),
        hidden('plan', 'free'),
      ]);
    });
    expect(survey?.answers.map(({ value }) => value)).to.deep.equal([null, null, null, null, false, 'free']);
    for (const name of ['recommend', 'satisfied', 'reason', 'why', 'plan'])
      expect(warnings.join('\n')).to.contain(`"${name}"`);
    expect(warnings.join('\n')).not.to.contain('4111').and.not.to.contain('<img');
  });

  it('starts with the values that the page sets', async () => {
    const survey = await setUp({}, [csat(), text()]);
    survey.value = [
      { name: 'satisfied', value: 5 },
      { name: 'unknown', value: 'x' },
    ];
    await survey.updateComplete;
    expect(survey.value?.map(({ value }) => value)).to.deep.equal([5, null]);
    survey.value = null;
    await survey.updateComplete;
    expect(survey.value).to.equal(null);
  });

  it('ignores entries of its value that are not answers', async () => {
    const survey = await setUp({}, [csat()]);
    Object.assign(survey, { value: [null, { name: 'satisfied', value: 5 }] });
    await survey.updateComplete;
    expect(survey.value?.map(({ value }) => value)).to.deep.equal([5]);
  });

  it('keeps values that are set before there are questions', async () => {
    const survey = await setUp({}, []);
    survey.value = [{ name: 'satisfied', value: 5 }];
    survey.append(csat());
    await until('the question', () => shown(survey).length === 1);
    expect(survey.value?.[0]?.value).to.equal(5);
  });

  it('inserts answers as plain text and shortens long answers', async () => {
    const survey = await setUp({}, [text(), build('p', { id: 'said' }, 'You said: {{why|nothing}}')]);
    const said = survey.querySelector('#said');
    expect(said?.textContent).to.equal('You said: nothing');
    await answer(survey, 'why', '<img src=x onerror=alert(1)>{{why}}');
    expect(said?.textContent).to.equal('You said: <img src=x onerror=alert(1)>{{why}}');
    expect(said?.children.length).to.equal(0);
    await answer(survey, 'why', 'long '.repeat(1000));
    expect(said?.textContent?.length).to.be.lessThan(220);
  });

  it('fills in a template that the page writes later', async () => {
    const paragraph = build('p', {}, 'One: {{satisfied}}');
    const survey = await setUp({}, [csat(), paragraph]);
    await answer(survey, 'satisfied', 4);
    (paragraph.firstChild as Text).data = 'Two: {{satisfied}}';
    await until('the new text', () => paragraph.textContent === 'Two: 4');
    (paragraph.firstChild as Text).data = 'Three';
    await survey.updateComplete;
    await answer(survey, 'satisfied', 5);
    expect(paragraph.textContent).to.equal('Three');
  });

  it('inserts the labels of several options, and nothing from an abandoned branch', async () => {
    const survey = await setUp({ display: 'page' }, [
      nps(),
      choice({ multiple: '', 'show-if': 'recommend <= 6' }),
      build('p', { id: 'said' }, '{{recommend}}: {{reason|no reason}}'),
    ]);
    const said = survey.querySelector('#said');
    await answer(survey, 'recommend', 3);
    await answer(survey, 'reason', ['price', 'quality']);
    expect(said?.textContent).to.equal('3: The price and The quality');
    await answer(survey, 'recommend', 9);
    expect(said?.textContent).to.equal('9: no reason');
  });

  for (const [what, code, children] of [
    [
      'a condition that cannot be parsed',
      'HEED_EXPRESSION',
      () => [csat(), text({ 'show-if': 'satisfied <' })],
    ],
    ['an unknown name', 'HEED_NAME', () => [csat(), text({ 'show-if': 'happy > 2' })]],
    ['the name of a later question', 'HEED_NAME', () => [text({ 'show-if': 'satisfied > 2' }), csat()]],
    ['a name that is used twice', 'HEED_NAME', () => [csat(), csat()]],
    ['a jump back', 'HEED_JUMP', () => [csat(), text({ 'go-to': 'satisfied' })]],
    ['a jump to an unknown step', 'HEED_JUMP', () => [csat({ 'go-to': 'nowhere' }), text()]],
    ['a template with an unknown name', 'HEED_NAME', () => [csat(), build('p', {}, '{{happy}}')]],
    [
      'a condition that is never true',
      'HEED_EXPRESSION',
      () => [csat(), text({ 'show-if': "satisfied = 'x'" })],
    ],
  ] as const) {
    it(`is closed with one warning because of ${what}`, async () => {
      let survey: HeedSurvey | undefined;
      const warnings = await warningsDuring(async () => {
        survey = await setUp({}, [...children(), build('p', { slot: 'unavailable' }, 'Not now.')]);
        await survey.updateComplete;
      });
      expect(warnings.length).to.equal(1);
      expect(warnings[0]).to.contain('<heed-survey>').and.to.contain(`(${code})`);
      expect(warnings[0]?.match(/HEED_/g)?.length).to.equal(1);
      expect(survey?.matches(':state(closed)')).to.equal(true);
      expect(survey && shown(survey)).to.deep.equal([]);
      expect(survey?.querySelector('[slot=unavailable]')?.checkVisibility()).to.equal(true);
      expect(survey && hasPart(survey, 'submit')).to.equal(false);
    });
  }

  it('opens when the error is corrected', async () => {
    const survey = await setUp({}, [csat(), text({ 'show-if': 'satisfied <' })]);
    expect(survey.matches(':state(closed)')).to.equal(true);
    question(survey, 'why').setAttribute('show-if', 'satisfied < 3');
    await until('the question', () => shown(survey)[0] === 'satisfied');
    expect(survey.matches(':state(closed)')).to.equal(false);
  });
});
