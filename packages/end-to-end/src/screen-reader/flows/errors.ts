import type { Flow } from '../flow.ts';
import { heed } from '../strings.ts';

export const csatRequired: Flow = {
  name: 'csat-required',
  about: 'A required rating is submitted without a value: the error is announced.',
  page: `
    <heed-survey survey="delivery" endpoint="/feedback">
      <heed-csat name="satisfied" required></heed-csat>
      <heed-text name="why"></heed-text>
    </heed-survey>`,
  steps: [
    ['Tab', heed('csatQuestion'), heed('starStepEnd', { value: 1, max: 5, label: heed('csatLow') })],
    ['Tab', heed('next'), 'push button'],
    ['Return', heed('starStepEnd', { value: 1, max: 5, label: heed('csatLow') }), heed('required')],
    ['space', 'selected'],
    ['Forward', heed('starStep', { value: 2, max: 5 }), 'selected radio button'],
  ],
};

export const matrixError: Flow = {
  name: 'matrix-error',
  about: 'A matrix with an unanswered statement: the error is announced.',
  page: `
    <heed-matrix survey="site" endpoint="/feedback" max="5" required>
      <option value="easy">{The site is easy to use|Die Seite ist leicht zu bedienen|الموقع سهل الاستخدام}</option>
      <option value="found">{I found what I need|Ich habe gefunden, was ich brauche|وجدت ما أحتاج إليه}</option>
    </heed-matrix>`,
  steps: [
    [
      'Tab',
      heed('matrixQuestion'),
      '{The site is easy to use|Die Seite ist leicht zu bedienen|الموقع سهل الاستخدام}',
      heed('disagree'),
    ],
    ['space', 'selected'],
    ['Tab', '{I found what I need|Ich habe gefunden, was ich brauche|وجدت ما أحتاج إليه}'],
    ['Tab', heed('send'), 'push button'],
    ['Return', heed('matrixMissing')],
  ],
};
