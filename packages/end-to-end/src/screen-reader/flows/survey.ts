import type { Flow } from '../flow.ts';
import { heed } from '../strings.ts';

const SURVEY = `
    <heed-survey survey="delivery" endpoint="/feedback">
      <heed-csat name="satisfied"></heed-csat>
      <heed-text name="why"></heed-text>
      <heed-nps name="recommend"></heed-nps>
    </heed-survey>`;

export const surveySteps: Flow = {
  name: 'survey-steps',
  about: 'Steps of a survey, with the button and with Enter in a field: each step announces its number.',
  onlyRequiredAfter: ['Return'],
  page: SURVEY,
  steps: [
    ['Tab', heed('stepOf', { value: 1, max: 3 }), heed('csatQuestion')],
    ['space', 'selected'],
    ['Tab', heed('next'), 'push button'],
    ['Return', heed('stepOf', { value: 2, max: 3 }), heed('textQuestion'), 'entry'],
    ['"It broke'],
    ['Return', heed('stepOf', { value: 3, max: 3 })],
    ['space', 'selected'],
    ['Tab', heed('back'), 'push button'],
    ['Tab', heed('send'), 'push button'],
    ['Return', heed('sentTitle'), heed('sentText')],
  ],
};

export const draftRestored: Flow = {
  name: 'draft-restored',
  about: 'A survey after a reload: the restored draft is announced before the button that deletes it.',
  page: SURVEY,
  steps: [
    ['Tab'],
    ['space', 'selected'],
    ['Forward', heed('starStep', { value: 2, max: 5 })],
    ['F5'],
    ['Tab', heed('draftRestored')],
  ],
};
