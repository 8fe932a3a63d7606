import { SERVQUAL } from '@heed/core/batteries';
import { textIn, type SurveyDefinition } from '@heed/core/survey';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { anySurvey } from '../../../../../core/src/survey/test/any-survey.ts';
import { toAttributes, toDefinition, toNodes } from './index.ts';

/** A document in which no element is upgraded and no image is loaded. */
const INERT = document.implementation.createHTMLDocument();

function surveyWith(attributes: Record<string, string>, children: readonly Node[]): HTMLElement {
  const survey = INERT.createElement('heed-survey');
  for (const [name, value] of Object.entries(attributes)) survey.setAttribute(name, value);
  survey.append(...children);
  return survey;
}

function render(definition: SurveyDefinition, language = 'en'): HTMLElement {
  return surveyWith(toAttributes(definition, language), toNodes(definition, language, INERT));
}

type Child = string | Node;
function node(tag: string, attributes: Record<string, string> = {}, ...children: Child[]): HTMLElement {
  const element = INERT.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Returns a definition with its texts in one language. */
function inLanguage(value: unknown, language: string, member = ''): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => inLanguage(each, language));
  const isText = Object.keys(value).some((key) => /^(en|de|zh-Hans|ar|pt-BR)$/.test(key));
  if (isText && member !== 'hidden') return textIn(value as Record<string, string>, language);
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, inLanguage(part, language, key)]),
  );
}

function errorOf(act: () => unknown): string {
  try {
    act();
    return '';
  } catch (error) {
    expect((error as { code?: string }).code).to.equal('HEED_DEFINITION');
    return (error as Error).message;
  }
}

describe('a survey as JSON and as HTML', () => {
  it('is unchanged from JSON to HTML and back, in each language', () => {
    fc.assert(
      fc.property(anySurvey, fc.constantFrom('en', 'de', 'zh-CN', 'ar', 'fr'), (definition, language) => {
        expect(toDefinition(render(definition, language))).to.deep.equal(inLanguage(definition, language));
      }),
      { numRuns: 300 },
    );
  });

  it('is unchanged from HTML to JSON and back', () => {
    fc.assert(
      fc.property(anySurvey, (definition) => {
        const survey = render(definition);
        const copy = render(toDefinition(survey));
        expect(copy.isEqualNode(survey)).to.equal(true);
      }),
      { numRuns: 200 },
    );
  });

  it("is converted from an author's HTML", () => {
    const survey = surveyWith(
      { survey: 'visit', class: 'wide', 'no-draft': '', prefill: 'order  plan', display: 'page' },
      [
        node('h2', { slot: 'question' }, 'Your visit'),
        node('input', { type: 'hidden', name: 'order', value: '' }),
        node('input', { type: 'hidden', name: 'plan', value: 'free' }),
        node('p', { slot: 'welcome' }, '\n      Two questions,\n      one minute.\n    '),
        node('heed-nps', { name: 'recommend', required: '', 'go-to': 'price if recommend <= 6; end' }),
        node(
          'section',
          { id: 'price', 'show-if': "plan != 'free'" },
          '\n ',
          node('h3', {}, 'The price'),
          node('p', {}, 'You gave {{recommend}}.'),
          node('img', { src: '/price.png', alt: '', width: '40', height: '30' }),
          node('heed-choice', { options: 'High, Low', multiple: '', max: '1' }),
          node('heed-text', { name: 'why', type: 'long', minlength: '2', 'show-if': "choice = 'High'" }),
        ),
        node('script', { type: 'application/json' }, '{}'),
        node('div', { slot: 'ending', 'show-if': 'recommend >= 9' }, node('a', { href: '/share' }, 'Share')),
        node('p', { slot: 'ending' }, 'Thank you'),
      ],
    );
    expect(toDefinition(survey)).to.deep.equal({
      v: 1,
      survey: 'visit',
      noDraft: true,
      display: 'page',
      prefill: ['order', 'plan'],
      heading: 'Your visit',
      hidden: { order: '', plan: 'free' },
      welcome: { items: [{ kind: 'statement', text: 'Two questions, one minute.' }] },
      steps: [
        {
          goTo: 'price if recommend <= 6; end',
          items: [{ kind: 'nps', name: 'recommend', required: true }],
        },
        {
          name: 'price',
          showIf: "plan != 'free'",
          items: [
            { kind: 'statement', title: 'The price', text: 'You gave {{recommend}}.' },
            { kind: 'picture', src: '/price.png', alt: '', width: 40, height: 30 },
            {
              kind: 'choice',
              name: 'choice',
              multiple: true,
              max: 1,
              options: [
                { value: 'High', label: 'High' },
                { value: 'Low', label: 'Low' },
              ],
            },
            { kind: 'text', name: 'why', type: 'long', minLength: 2, showIf: "choice = 'High'" },
          ],
        },
      ],
      endings: [
        { showIf: 'recommend >= 9', items: [{ kind: 'link', href: '/share', text: 'Share' }] },
        { items: [{ kind: 'statement', text: 'Thank you' }] },
      ],
    });
  });

  it('contains the battery of a matrix property', () => {
    const matrix = Object.assign(node('heed-matrix', { name: 'service', 'low-label': 'No' }), {
      battery: SERVQUAL.perceptions,
    });
    const [step] = toDefinition(surveyWith({ survey: 'service' }, [matrix])).steps;
    const [item] = step?.items ?? [];
    expect(item).to.deep.equal({
      kind: 'matrix',
      name: 'service',
      question: SERVQUAL.perceptions.question,
      lowLabel: 'No',
      highLabel: SERVQUAL.perceptions.high,
      statements: SERVQUAL.perceptions.statements,
    });
  });

  it('is converted from the original text while answers are inserted', () => {
    const text = INERT.createTextNode('You gave 3.');
    const survey = surveyWith({ survey: 'visit' }, [
      node('heed-nps', { name: 'a', hidden: '' }),
      node('p', {}, text),
    ]);
    const { steps } = toDefinition(survey, (each) =>
      each === text ? 'You gave {{a}}.' : (each.nodeValue ?? ''),
    );
    expect(steps.map(({ items }) => items)).to.deep.equal([
      [{ kind: 'nps', name: 'a' }],
      [{ kind: 'statement', text: 'You gave {{a}}.' }],
    ]);
  });

  const NPS = { kind: 'nps', name: 'a' };
  const UNSUPPORTED: [what: string, child: () => HTMLElement, message: string][] = [
    ['markup in a text', () => node('p', {}, 'Hello ', node('b', {}, 'you')), '<b> inside a text'],
    [
      'text outside elements',
      () => node('section', {}, 'Hello', node('heed-nps')),
      '<section> with text outside',
    ],
    ['another element', () => node('section', {}, node('video')), '<video>'],
    [
      'a title without text',
      () => node('section', {}, node('h2', {}, 'Hello'), node('heed-nps')),
      '<h2> without',
    ],
    ['a group in a group', () => node('section', {}, node('div', {}, node('heed-nps'))), '<div>'],
    ['a question in HTML', () => node('heed-nps', {}, node('b', { slot: 'question' })), '<b> in <heed-nps>'],
    ['an unknown slot', () => node('p', { slot: 'without-script' }), 'slot "without-script"'],
    ['a complaint form', () => node('heed-complaint'), '<heed-complaint>'],
    ['a class', () => node('heed-nps', { class: 'x' }), '/steps/0/items/0/class'],
    ['a follow-up question', () => node('heed-nps', { 'follow-up': 'Why?' }), '/steps/0/items/0/followUp'],
    ['a listener', () => node('p', { onclick: 'x' }, 'Hello'), '/steps/0/items/0/onclick'],
    ['an invalid number', () => node('heed-csat', { max: 'many' }), '/steps/0/items/0/max'],
    ['a javascript: URL', () => node('img', { src: 'javascript:0', alt: '' }), '/steps/0/items/0/src'],
  ];
  for (const [what, child, message] of UNSUPPORTED) {
    it(`names the element or member for ${what}`, () => {
      expect(errorOf(() => toDefinition(surveyWith({ survey: 'visit' }, [child()])))).to.contain(message);
    });
  }

  it('rejects two welcome screens, and text outside a step', () => {
    const welcome = (): HTMLElement => node('p', { slot: 'welcome' }, 'Hello');
    const read = (...children: Node[]) =>
      errorOf(() => toDefinition(surveyWith({ survey: 'visit' }, children)));
    expect(read(welcome(), welcome(), node('heed-nps'))).to.contain('as a second element in slot "welcome"');
    expect(read(INERT.createTextNode('Hello'), node('heed-nps'))).to.contain(
      '<heed-survey> with text outside',
    );
  });

  it('renders markup in a text as plain text', () => {
    const text = '<img src=x onerror=alert(1)>';
    const steps = [
      { items: [{ kind: 'statement', title: text, text }] },
      { items: [{ kind: 'choice', name: 'c', question: text, options: [{ value: text, label: text }] }] },
    ];
    const survey = render({ v: 1, survey: text, heading: text, steps } as SurveyDefinition);
    expect(survey.querySelector('img')).to.equal(null);
    expect(survey.querySelector('p')?.textContent).to.equal(text);
    expect(survey.querySelector('option')?.value).to.equal(text);
  });

  for (const [what, value] of [
    ['an unknown member', { v: 1, survey: 'x', steps: [{ items: [{ ...NPS, onclick: 'x' }] }] }],
    ['another kind', { v: 1, survey: 'x', steps: [{ items: [{ kind: 'script', text: 'x' }] }] }],
    ['the value undefined', undefined],
    ['a circle', Object.assign([], { 0: NPS })],
  ] as const) {
    it(`rejects a definition with ${what}`, () => {
      expect(errorOf(() => toNodes(value as unknown as SurveyDefinition, 'en'))).to.contain('expected');
      expect(errorOf(() => toAttributes(value as unknown as SurveyDefinition))).to.contain('expected');
    });
  }

  it('is created in the page by default', () => {
    const items = [{ kind: 'statement', text: 'a', title: 'b' }] as const;
    const [step] = toNodes({ v: 1, survey: 'x', steps: [{ items }] }, 'en');
    expect(step?.ownerDocument).to.equal(document);
    expect(step?.textContent).to.equal('ba');
  });
});
