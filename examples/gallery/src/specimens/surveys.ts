/** Surveys in the states that only they have. */
import { make } from '../nodes.ts';
import type { Specimen } from './specimen.ts';
import type { Element } from '../states.ts';
import type { Written } from '../words.ts';

const DRAFT = 'gallery-draft';

const steps = ({ reasons, recalled, ending }: Written): Node[] => [
  make('heed-nps', { name: 'nps', required: '' }),
  make(
    'heed-choice',
    { name: 'choice', 'show-if': 'nps <= 6' },
    ...Object.entries(reasons).map(([value, label]) => new Option(label, value)),
  ),
  make('heed-text', { name: 'text', type: 'long', question: recalled }),
  make('p', { slot: 'ending' }, ending),
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
    written: ({ welcome }) => ({ question: welcome }),
    content: steps,
    answer,
  },
  {
    tag: 'heed-survey',
    title: 'heed-survey, welcome',
    attributes: { 'no-draft': '' },
    content: (words) => [make('p', { slot: 'welcome' }, words.welcome), ...steps(words)],
    answer,
    states: ['empty', 'disabled'],
  },
  {
    tag: 'heed-survey',
    title: 'heed-survey, second step',
    attributes: { 'no-draft': '' },
    content: steps,
    answer: goOn,
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
    title: 'heed-survey, closed by a mistake of its author',
    attributes: { 'no-draft': '' },
    content: ({ ending }) => [
      make('heed-csat', { 'show-if': 'nobody = 1', name: 'csat' }),
      make('p', { slot: 'unavailable' }, ending),
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

function goOn(element: Element): void {
  answer(element);
  element.requestSubmit?.();
}
