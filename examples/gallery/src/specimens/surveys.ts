/** Surveys, in states that other elements do not have. */
import { createElement } from '../create-element.ts';
import type { Specimen } from './specimen.ts';
import type { Element } from '../states.ts';
import type { Texts } from '../texts.ts';

const DRAFT = 'gallery-draft';

const steps = ({ reasons, recalled, ending }: Texts): Node[] => [
  createElement('heed-nps', { name: 'nps', required: '' }),
  createElement(
    'heed-choice',
    { name: 'choice', 'show-if': 'nps <= 6' },
    ...Object.entries(reasons).map(([value, label]) => new Option(label, value)),
  ),
  createElement('heed-text', { name: 'text', type: 'long', question: recalled }),
  createElement('p', { slot: 'ending' }, ending),
];

export const SURVEYS: readonly Specimen[] = [
  {
    tag: 'heed-survey',
    title: 'heed-survey, in steps',
    attributes: { 'no-draft': '' },
    content: steps,
    answer,
  },
  {
    tag: 'heed-survey',
    title: 'heed-survey, all on a page',
    attributes: { 'no-draft': '', display: 'page' },
    localized: ({ welcome }) => ({ question: welcome }),
    content: steps,
    answer,
  },
  {
    tag: 'heed-survey',
    title: 'heed-survey, welcome',
    attributes: { 'no-draft': '' },
    content: (texts) => [createElement('p', { slot: 'welcome' }, texts.welcome), ...steps(texts)],
    answer,
    states: ['empty', 'disabled'],
  },
  {
    tag: 'heed-survey',
    title: 'heed-survey, second step',
    attributes: { 'no-draft': '' },
    content: steps,
    answer: goToNextStep,
    states: ['chosen', 'disabled'],
  },
  {
    tag: 'heed-survey',
    title: 'heed-survey, draft restored',
    attributes: { survey: DRAFT },
    content: steps,
    prepare() {
      const values = { nps: 4, choice: ['price'] };
      localStorage.setItem(
        `heed-draft:${DRAFT}`,
        JSON.stringify({ at: Date.now(), values: { values, step: 'choice', files: 1 } }),
      );
    },
    answer,
    states: ['empty'],
  },
  {
    tag: 'heed-survey',
    title: 'heed-survey, invalid condition',
    attributes: { 'no-draft': '' },
    content: ({ ending }) => [
      createElement('heed-csat', { 'show-if': 'nobody = 1', name: 'csat' }),
      createElement('p', { slot: 'unavailable' }, ending),
    ],
    answer,
    states: ['empty'],
  },
];

function answer(element: Element): void {
  element.value = [
    { name: 'nps', value: 4 },
    { name: 'choice', value: 'delivery' },
  ];
}

function goToNextStep(element: Element): void {
  answer(element);
  element.requestSubmit?.();
}
