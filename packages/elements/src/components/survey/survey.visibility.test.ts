/** Elements that a survey hides stay hidden, whatever the styles of the page. */
import '../../define/choice.ts';
import '../../define/csat.ts';
import '../../define/nps.ts';
import '../../define/survey.ts';
import '../../define/text.ts';
import { unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import {
  answer,
  build,
  csat,
  goNext,
  nps,
  question,
  send,
  setUp,
  shown,
  text,
  valuesIn,
} from './test/survey.ts';

/** Styles that override the attribute `hidden`. */
const PAGES: [name: string, css: string][] = [
  ['a display for its rows', '.row { display: flex }'],
  ['an important display', '.row, heed-survey * { display: grid !important }'],
  ['a reset of hidden', '[hidden] { display: block !important }'],
  ['an important display in a layer', '@layer base { .row, [hidden] { display: block !important } }'],
];

describe('an element that <heed-survey> hides', () => {
  const sheet = new CSSStyleSheet();
  before(() => document.adoptedStyleSheets.push(sheet));
  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });
  afterEach(() => {
    unmountAll();
    localStorage.clear();
    sheet.replaceSync('');
  });

  for (const [name, css] of PAGES) {
    it(`stays hidden in a page with ${name}`, async () => {
      sheet.replaceSync(css);
      const survey = await setUp({}, [
        build(
          'section',
          { id: 'one', class: 'row' },
          nps(),
          build('div', { id: 'part', class: 'row', 'show-if': 'recommend <= 6' }, text({ required: '' })),
        ),
        build('section', { id: 'two', class: 'row' }, csat()),
        build('div', { slot: 'ending', class: 'row', id: 'great', 'show-if': 'recommend > 8' }, 'Great'),
        build('div', { slot: 'ending', class: 'row', id: 'bye' }, 'Thank you'),
      ]);
      const part = survey.querySelector('#part');
      expect(shown(survey)).to.deep.equal(['one']);
      expect(part?.checkVisibility()).to.equal(false);
      await answer(survey, 'recommend', 3);
      expect(part?.checkVisibility()).to.equal(true);
      await answer(survey, 'recommend', 7);
      await until('it to be gone', () => !part?.checkVisibility());
      await goNext(survey);
      expect(shown(survey)).to.deep.equal(['two']);
      const record = await send(survey);
      expect(valuesIn(record)).to.deep.equal([
        ['recommend', 7],
        ['satisfied', null],
      ]);
      const endings = ['great', 'bye'].filter((id) => survey.querySelector(`#${id}`)?.checkVisibility());
      expect(endings).to.deep.equal(['bye']);
    });
  }

  it('is shown with its inline display, even if the page changes that later', async () => {
    const [one, two] = [csat(), nps()];
    one.style.setProperty('display', 'grid');
    two.style.setProperty('display', 'flex', 'important');
    const survey = await setUp({}, [one, two]);
    expect(getComputedStyle(one).display).to.equal('grid');
    await goNext(survey);
    expect(two.getAttribute('style')).to.equal('display: flex !important;');
    expect(one.checkVisibility()).to.equal(false);
    one.style.display = 'inline-block';
    await until('it to be hidden again', () => !one.checkVisibility());
    survey.querySelector('heed-nps')?.remove();
    await until('the other step', () => one.checkVisibility());
    expect(one.style.display).to.equal('inline-block');
  });

  it('has no attributes of the survey once it is shown or has left', async () => {
    const part = build('div', { 'show-if': 'satisfied > 3' }, text());
    const survey = await setUp({}, [build('section', {}, csat(), part), nps()]);
    const hidden = question(survey, 'recommend');
    document.body.append(hidden);
    part.removeAttribute('show-if');
    await until('both to be shown', () => hidden.checkVisibility() && part.checkVisibility());
    for (const element of [part, hidden])
      expect(element.getAttributeNames().filter((name) => /^(hidden|style|data-)/.test(name))).to.deep.equal(
        [],
      );
    hidden.remove();
  });

  for (const [name, show] of [
    ['hidden', (element: HTMLElement) => element.removeAttribute('hidden')],
    ['style', (element: HTMLElement) => element.removeAttribute('style')],
    ['attributes of the survey', (element: HTMLElement) => stripAll(element)],
  ] as const) {
    it(`is hidden again when the page removes its ${name}`, async () => {
      const survey = await setUp({}, [csat(), nps()]);
      show(question(survey, 'recommend'));
      await until(
        'one step',
        () => shown(survey).join() === 'satisfied' && question(survey, 'recommend').hidden,
      );
    });
  }

  it('is shown again when the page hides the current step', async () => {
    const survey = await setUp({}, [csat(), nps()]);
    question(survey, 'satisfied').hidden = true;
    await until('the step', () => shown(survey)[0] === 'satisfied');
  });
});

function stripAll(element: HTMLElement): void {
  for (const name of element.getAttributeNames())
    if (/^(hidden|style|data-)/.test(name)) element.removeAttribute(name);
}
