/** Cloned surveys, surveys whose markup is parsed again, and pages that morph to the HTML of their server. */
import '../../define/attachment.ts';
import '../../define/choice.ts';
import '../../define/csat.ts';
import '../../define/nps.ts';
import '../../define/survey.ts';
import '../../define/text.ts';
import type { SurveyDefinition } from '@heed/core/survey';
import { unmountAll, until } from '@heed/testing/suites/page';
import { expect } from 'chai';
import { toDefinition } from './definition/to-definition.ts';
import {
  answer,
  build,
  choice,
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
import type { HeedSurvey } from './survey.ts';

const VISIT: SurveyDefinition = {
  v: 1,
  survey: 'visit',
  steps: [
    { items: [{ kind: 'nps', name: 'recommend' }] },
    { items: [{ kind: 'text', name: 'why', question: 'Why {{recommend}}?' }] },
    { items: [{ kind: 'text', name: 'more', question: 'More?' }] },
  ],
};

const json = (): HTMLElement => build('script', { type: 'application/json' }, JSON.stringify(VISIT));

/** A survey that has only JSON inside. */
async function setUpJson(script = json()): Promise<HeedSurvey> {
  const survey = build('heed-survey', {}, script) as HeedSurvey;
  (await setUp({}, [])).replaceWith(survey);
  await survey.updateComplete;
  return survey;
}

/** Ways to create another survey from the same markup. */
const COPIES: [name: string, copy: (survey: Element) => void][] = [
  ['cloned', (survey) => survey.replaceWith(survey.cloneNode(true))],
  ['imported from another document', (survey) => replaceByImport(survey)],
  ['parsed again', (survey) => parseAgain(survey)],
];

function replaceByImport(survey: Element): void {
  const other = document.implementation.createHTMLDocument();
  survey.replaceWith(document.importNode(other.adoptNode(survey.cloneNode(true)), true));
}

function parseAgain(survey: Element): void {
  const { body } = new DOMParser().parseFromString(survey.outerHTML, 'text/html');
  survey.replaceWith(...body.childNodes);
}

async function copied(survey: Element, copy: (survey: Element) => void): Promise<HeedSurvey> {
  const { parentElement } = survey;
  copy(survey);
  const again = parentElement?.querySelector('heed-survey');
  if (!again) throw new Error('no copy');
  await again.updateComplete;
  return again;
}

/** Resets attributes and texts, as libraries do that morph one tree into another. */
function morph(now: Element, before: Element): void {
  for (const { name } of Array.from(now.attributes))
    if (!before.hasAttribute(name)) now.removeAttribute(name);
  for (const { name, value } of before.attributes)
    if (now.getAttribute(name) !== value) now.setAttribute(name, value);
  const nodes = Array.from(now.childNodes);
  for (const [index, wanted] of before.childNodes.entries()) {
    const node = nodes[index];
    if (node instanceof Text) node.data = wanted.nodeValue ?? '';
    else if (node instanceof Element && wanted instanceof Element && node.localName === wanted.localName)
      morph(node, wanted);
  }
  for (const node of nodes.slice(before.childNodes.length)) node.remove();
}

const textOf = (survey: Element, selector: string): string =>
  survey.querySelector(selector)?.textContent ?? '';

describe('a <heed-survey> that is copied or morphed', () => {
  afterEach(() => {
    unmountAll();
    localStorage.clear();
    document.documentElement.lang = 'en';
  });

  for (const [name, copy] of COPIES) {
    it(`renders its JSON once when it is ${name}`, async () => {
      const survey = await setUpJson();
      await answer(survey, 'recommend', 3);
      await goNext(survey);
      const again = await copied(survey, copy);
      expect(again.matches(':state(closed)')).to.equal(false);
      expect(again.querySelectorAll('[name=recommend]').length).to.equal(1);
      expect(shown(again).length).to.equal(1);
      expect(valuesIn({ answers: again.answers } as never)[0]).to.deep.equal(['recommend', 3]);
    });

    it(`inserts the current answer into its texts when it is ${name}`, async () => {
      const survey = await setUp({ 'no-draft': '', display: 'page' }, [
        choice(),
        build('p', { id: 'said' }, 'You said ', '{{reason|nothing}}', '.'),
        build('p', { id: 'only' }, '{{reason}}'),
        text({ question: 'Why “{{reason}}”?' }),
      ]);
      await answer(survey, 'reason', 'price');
      expect(textOf(survey, '#said')).to.equal('You said The price.');
      const again = await copied(survey, copy);
      await answer(again, 'reason', 'quality');
      await until('the other answer', () => textOf(again, '#said') === 'You said The quality.');
      expect(textOf(again, '#only')).to.equal('The quality');
      expect(again.answers[1]?.question).to.equal('Why “The quality”?');
    });

    it(`inserts an answer that is given after it is ${name}`, async () => {
      const survey = await setUp({ 'no-draft': '', display: 'page' }, [
        text(),
        build('p', { id: 'said' }, '{{why}}', build('b', {}, '!'), '{{why}}'),
      ]);
      expect(textOf(survey, '#said')).to.equal('!');
      const again = await copied(survey, copy);
      await answer(again, 'why', 'Slow');
      await until('the answer', () => textOf(again, '#said') === 'Slow!Slow');
    });

    it(`restores the author's styles of a hidden part when it is ${name}`, async () => {
      const part = build('div', { id: 'part', 'show-if': 'recommend <= 6' }, text());
      part.style.setProperty('display', 'grid');
      part.style.setProperty('color', 'red');
      const survey = await setUp({ 'no-draft': '' }, [build('section', {}, nps(), part)]);
      expect(part.checkVisibility()).to.equal(false);
      const again = await copied(survey, copy);
      await answer(again, 'recommend', 3);
      await until('the part', () => again.querySelector('#part')?.checkVisibility());
      const shownPart = again.querySelector<HTMLElement>('#part');
      expect(shownPart?.getAttributeNames().sort()).to.deep.equal(['id', 'show-if', 'style']);
      expect([shownPart?.style.display, shownPart?.style.color, shownPart?.style.length]).to.deep.equal([
        'grid',
        'red',
        2,
      ]);
    });
  }

  it('keeps text that the page has written since, even in a copy', async () => {
    const survey = await setUp({ 'no-draft': '', display: 'page' }, [
      csat(),
      build('p', { id: 'said' }, 'One: {{satisfied}}'),
    ]);
    await answer(survey, 'satisfied', 3);
    const copy = survey.cloneNode(true) as HeedSurvey;
    for (const said of copy.querySelectorAll('#said')) said.textContent = 'Three';
    survey.replaceWith(copy);
    await copy.updateComplete;
    await answer(copy, 'satisfied', 5);
    expect(textOf(copy, '#said')).to.equal('Three');
  });

  it('hides again what a morph has shown, and keeps the answers', async () => {
    const make = (): HTMLElement[] => [
      build('section', { id: 'one' }, nps(), text({ 'show-if': 'recommend <= 6' })),
      build('section', { id: 'two' }, build('p', { title: 'Not {{recommend}}?' }, 'You gave {{recommend}}.')),
      build('p', { slot: 'ending', 'show-if': 'recommend > 8' }, 'Great'),
      build('p', { slot: 'ending' }, 'Thank you'),
    ];
    const survey = await setUp({ survey: 'morphed' }, make());
    await answer(survey, 'recommend', 9);
    morph(survey, build('heed-survey', { survey: 'morphed' }, ...make()));
    await until('one step', () => shown(survey).join() === 'one');
    expect(question(survey, 'why').checkVisibility()).to.equal(false);
    await goNext(survey);
    expect(textOf(survey, '#two')).to.equal('You gave 9.');
    expect(survey.querySelector('#two p')?.getAttribute('title')).to.equal('Not 9?');
    const record = await send(survey);
    expect(valuesIn(record)).to.deep.equal([['recommend', 9]]);
    expect([...survey.querySelectorAll('[slot=ending]')].map((each) => each.checkVisibility())).to.deep.equal(
      [true, false],
    );
  });

  it('restores the elements from JSON after a morph, with answers, files and step', async () => {
    const definition: SurveyDefinition = {
      ...VISIT,
      display: 'steps',
      steps: [...VISIT.steps, { items: [{ kind: 'attachment', name: 'photo' }] }],
    };
    const script = (): HTMLElement =>
      build('script', { type: 'application/json' }, JSON.stringify(definition));
    const survey = await setUpJson(script());
    await answer(survey, 'recommend', 3);
    await goNext(survey);
    await answer(survey, 'why', 'Slow');
    const photo = question(survey, 'photo');
    morph(survey, build('heed-survey', {}, script()));
    await until('the question', () => shown(survey)[0] === 'why');
    await survey.updateComplete;
    expect(question(survey, 'photo')).to.equal(photo);
    expect(survey.getAttribute('display')).to.equal('steps');
    expect(survey.value?.map(({ value }) => value)).to.deep.equal([3, 'Slow', null, null]);
  });

  it('restores an attribute from JSON that the page removes', async () => {
    const survey = await setUpJson(
      build('script', { type: 'application/json' }, JSON.stringify({ ...VISIT, display: 'page' })),
    );
    survey.removeAttribute('display');
    await until('the attribute', () => survey.getAttribute('display') === 'page');
  });

  it('does not hang a page that reverts every change', async () => {
    const survey = await setUp({}, [csat(), nps()]);
    const hidden = question(survey, 'recommend');
    let count = 0;
    const observer = new MutationObserver(() => {
      count++;
      hidden.removeAttribute('hidden');
    });
    observer.observe(hidden, { attributeFilter: ['hidden'] });
    hidden.removeAttribute('hidden');
    // A page that hangs does not get here.
    await until('some reverted changes', () => count > 20);
    observer.disconnect();
    await until('the survey to hide the question', () => hidden.hidden);
    expect(hidden.checkVisibility()).to.equal(false);
  });

  it("can be converted to the author's definition while it is running", async () => {
    const make = (): HTMLElement[] => [
      nps(),
      build('section', { id: 'two' }, build('p', {}, 'You gave {{recommend|nothing}}.'), text()),
      choice({ question: 'Why {{recommend|that}}?', 'show-if': 'recommend > 3' }),
    ];
    const survey = await setUp({ survey: 'read' }, make());
    await answer(survey, 'recommend', 9);
    const expected = toDefinition(build('x-survey', { survey: 'read' }, ...make()));
    expect(toDefinition(survey)).to.deep.equal(expected);
    expect(toDefinition(survey.cloneNode(true) as Element)).to.deep.equal(expected);
  });

  it('can be converted to its original JSON while it is running', async () => {
    const survey = await setUpJson();
    await answer(survey, 'recommend', 9);
    expect(toDefinition(survey)).to.deep.equal(VISIT);
  });
});
