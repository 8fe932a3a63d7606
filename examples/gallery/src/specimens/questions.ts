/** The questions with an answer to each. One entry is one row of the gallery. */
import type { Element } from '../states.ts';
import type { Texts } from '../texts.ts';
import { choose, type Specimen } from './specimen.ts';

export const QUESTIONS: readonly Specimen[] = [
  {
    tag: 'heed-nps',
    title: 'heed-nps with a follow-up and a call back',
    attributes: { 'call-back': '' },
    localized: ({ followUp }) => ({ 'follow-up': followUp }),
    answer: choose(4),
  },
  { tag: 'heed-csat', title: 'heed-csat, stars', answer: choose(4) },
  { tag: 'heed-csat', title: 'heed-csat, faces', attributes: { display: 'faces' }, answer: choose(4) },
  {
    tag: 'heed-csat',
    title: 'heed-csat, numbers to 10',
    attributes: { display: 'numbers', max: '10' },
    answer: choose(8),
  },
  { tag: 'heed-csat', title: 'heed-csat, thumbs', attributes: { display: 'thumbs' }, answer: choose(2) },
  { tag: 'heed-ces', title: 'heed-ces', answer: choose(6) },
  {
    tag: 'heed-choice',
    title: 'heed-choice, one, chips',
    attributes: { other: '' },
    options: ({ reasons }) => reasons,
    answer: choose('delivery'),
  },
  {
    tag: 'heed-choice',
    title: 'heed-choice, several, list',
    attributes: { multiple: '', display: 'list', max: '2', other: '' },
    options: ({ reasons }) => reasons,
    answer: choose(['delivery', 'quality']),
  },
  {
    tag: 'heed-choice',
    title: 'heed-choice, one, segments',
    attributes: { display: 'segments' },
    options: ({ reasons: { price = '', advice = '' } }) => ({ price, advice }),
    answer: choose('advice'),
  },
  { tag: 'heed-text', title: 'heed-text, short', answer: (element, { comment }) => choose(comment)(element) },
  {
    tag: 'heed-text',
    title: 'heed-text, long, with a counter',
    attributes: { type: 'long', counter: '', maxlength: '200' },
    answer: (element, { comment }) => choose(comment)(element),
  },
  {
    tag: 'heed-text',
    title: 'heed-text, e-mail',
    attributes: { type: 'email' },
    answer: choose('ada@example.com'),
  },
  {
    tag: 'heed-attachment',
    title: 'heed-attachment',
    answer(element) {
      element.files = [
        new File(['%PDF-1.7 '.repeat(900)], 'invoice-2026-11.pdf', { type: 'application/pdf' }),
      ];
    },
  },
  {
    tag: 'heed-consent',
    title: 'heed-consent',
    attributes: { required: '', href: '/privacy' },
    answer: choose(true),
  },
  {
    tag: 'heed-matrix',
    title: 'heed-matrix',
    isWide: true,
    options: ({ statements }) => statements,
    answer: choose({ speed: 6, courtesy: 7, result: 5 }),
  },
  {
    tag: 'heed-complaint',
    title: 'heed-complaint, one page, with limits',
    attributes: { 'no-draft': '', limits: 'usual' },
    isWide: true,
    answer: fillComplaint,
  },
  {
    tag: 'heed-complaint',
    title: 'heed-complaint, in steps',
    attributes: { 'no-draft': '', wizard: '' },
    answer: fillComplaint,
  },
];

function fillComplaint(element: Element, { comment }: Texts): void {
  element.value = [
    { name: 'category', value: 'delivery' },
    { name: 'severity', value: 'moderate' },
    { name: 'details', value: comment },
  ];
}
