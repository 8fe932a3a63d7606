/** Surveys after the text filters of content management systems. */
import '../../define/choice.ts';
import '../../define/complaint.ts';
import '../../define/csat.ts';
import '../../define/matrix.ts';
import '../../define/nps.ts';
import '../../define/survey.ts';
import '../../define/text.ts';
import { inside, unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { toDefinition } from './definition/to-definition.ts';
import {
  build,
  csat,
  focused,
  goNext,
  nps,
  part,
  question,
  send,
  setUp,
  shown,
  text,
  valuesIn,
} from './test/survey.ts';

/** Elements that show nothing. */
const FILLERS: [name: string, make: () => Element][] = [
  ['<br>', () => build('br')],
  ['<hr>', () => build('hr')],
  ['an empty <p>', () => build('p')],
  ['<p>&nbsp;</p>', () => build('p', {}, '\u00a0')],
  ['<p><br></p>', () => build('p', {}, build('br'))],
  ['<p> with a zero-width space', () => build('p', {}, '\u200b')],
  ['an empty <ins>', () => build('ins', { datetime: '2026-01-01' })],
  ['<span id>', () => build('span', { id: 'more-12' })],
  ['<a name>', () => build('a', { name: 'top' })],
  ['<div> with an empty <p>', () => build('div', {}, build('p'))],
  ['<meta>', () => build('meta', { itemprop: 'x' })],
  ['<link>', () => build('link', { itemprop: 'x', href: '/x' })],
  ['<noscript>', () => build('noscript', {}, 'Please switch on scripts')],
  ['<p><script>', () => build('p', {}, build('script', { type: 'text/plain' }, 'no text'))],
  ['<p><style>', () => build('p', {}, build('style', {}, '.x {}'))],
];

/** Elements with visible content other than text. */
const CONTENTS: [name: string, make: () => Element][] = [
  ['<p><img>', () => build('p', {}, build('img', { alt: '', src: 'data:,' }))],
  ['<video>', () => build('video')],
  ['<iframe>', () => build('p', {}, build('iframe'))],
  ['an element of the page', () => build('team-figure')],
  ['an empty step with a name', () => build('section', { name: 'later' })],
];

describe('<heed-survey> after a text filter', () => {
  afterEach(() => {
    unmountAll();
    localStorage.clear();
  });

  for (const [name, make] of FILLERS) {
    it(`ignores ${name} between its questions, without a gap`, async () => {
      const survey = await setUp({}, [make(), csat(), make(), make(), nps(), make()]);
      expect(part(survey, 'step').getAttribute('aria-label')).to.equal('Step 1 of 2');
      expect(part(survey, 'step').offsetHeight).to.equal(
        Math.max(152, question(survey, 'satisfied').offsetHeight),
      );
      await goNext(survey);
      expect(focused(survey)).to.equal('recommend');
      expect(valuesIn(await send(survey)).map(([each]) => each)).to.deep.equal(['satisfied', 'recommend']);
    });
  }

  for (const [name, make] of CONTENTS) {
    it(`treats ${name} as a step`, async () => {
      const survey = await setUp({}, [csat(), make()]);
      expect(part(survey, 'step').getAttribute('aria-label')).to.equal('Step 1 of 2');
    });
  }

  it('treats an empty element as a step once it has content', async () => {
    const later = build('div');
    const survey = await setUp({}, [csat(), later, nps()]);
    expect(part(survey, 'step').getAttribute('aria-label')).to.equal('Step 1 of 2');
    later.append('Nearly done');
    await until('the third', () => part(survey, 'step').getAttribute('aria-label') === 'Step 1 of 3');
    await goNext(survey);
    expect(later.checkVisibility()).to.equal(true);
  });

  it('finds and focuses questions that are wrapped in <p> and <ins>', async () => {
    const survey = await setUp({}, [
      build('p', { id: 'one' }, build('br'), csat()),
      build('ins', { id: 'two' }, build('br'), nps()),
    ]);
    expect(shown(survey)).to.deep.equal(['one']);
    await goNext(survey);
    expect(focused(survey)).to.equal('recommend');
  });

  it('finds a wrapped heading, and wrapped hidden fields and endings', async () => {
    const survey = await setUp({}, [
      build('p', {}, build('span', { slot: 'question' }, 'Your visit')),
      build('p', {}, build('input', { type: 'hidden', name: 'plan', value: 'free' })),
      csat(),
      build('p', {}, build('span', { slot: 'ending', id: 'great', 'show-if': 'satisfied > 3' }, 'Great')),
      build('p', {}, build('span', { slot: 'ending', id: 'bye' }, 'Bye')),
    ]);
    expect(part(survey, 'body').getAttribute('aria-label')).to.equal('Your visit');
    expect(valuesIn(await send(survey))).to.deep.equal([
      ['satisfied', null],
      ['plan', 'free'],
    ]);
    const endings = ['great', 'bye'].filter((id) => survey.querySelector(`#${id}`)?.checkVisibility());
    expect(endings).to.deep.equal(['bye']);
  });

  for (const [name, wrap] of [
    ['in <p>', (json: string) => build('p', {}, build('script', { type: 'application/json' }, json))],
    [
      'with <br> and <p> between its lines',
      (json: string) =>
        build('script', { type: 'application/json' }, `<p>${json.replaceAll(',', ',<br />\n')}</p>`),
    ],
  ] as const) {
    it(`renders JSON that is wrapped ${name}`, async () => {
      const steps = [{ items: [{ kind: 'csat', name: 'satisfied', required: true }] }];
      const survey = await setUp({}, [wrap(JSON.stringify({ v: 1, survey: 'visit', steps }))]);
      expect(survey.matches(':state(closed)')).to.equal(false);
      expect(survey.querySelectorAll('heed-csat[required]').length).to.equal(1);
    });
  }

  it('ignores JSON inside a step', async () => {
    const chart = build('div', {}, 'A chart', build('script', { type: 'application/json' }, '{"a": 1}'));
    const survey = await setUp({}, [chart, csat()]);
    expect(survey.matches(':state(closed)')).to.equal(false);
    expect(part(survey, 'step').getAttribute('aria-label')).to.equal('Step 1 of 2');
  });

  it('can be converted to the same definition as before the filter', async () => {
    const made = (): Element[] => [csat(), text()];
    const filtered = build(
      'x-survey',
      { survey: 'visit' },
      build('br'),
      build('p', {}, csat(), build('br')),
      build('p', {}, build('br')),
      build('ins', {}, text()),
      build('meta'),
    );
    expect(toDefinition(filtered)).to.deep.equal(
      toDefinition(build('x-survey', { survey: 'visit' }, ...made())),
    );
  });

  it('finds wrapped options in every kind of list', async () => {
    const options = (attributes: Record<string, string> = {}): Element[] => [
      build('p', {}, build('option', { value: 'price', ...attributes }, 'Price'), build('br')),
      build('ins', {}, build('option', { value: 'delay', ...attributes }, 'Delay')),
    ];
    const survey = await setUp({ display: 'page' }, [
      build('heed-choice', { name: 'reason' }, ...options()),
      build('heed-matrix', { name: 'service' }, ...options()),
    ]);
    expect(inside(question(survey, 'reason'), '[part=options]').textContent).to.match(/Price\s*Delay/);
    expect(inside(question(survey, 'service'), '#statement-1').textContent).to.equal('Delay');
    const complaint = build('heed-complaint', { survey: 'c' }, ...options({ slot: 'category' }));
    survey.parentElement?.append(complaint);
    await (complaint as typeof survey).updateComplete;
    const category = inside<HTMLElement>(complaint, '[name=category]');
    await until('the options', () => category.shadowRoot?.textContent?.includes('Delay'));
  });
});
