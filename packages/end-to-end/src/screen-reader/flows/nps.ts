import type { Flow } from '../flow.ts';
import { heed } from '../strings.ts';

export const nps: Flow = {
  name: 'nps',
  about: 'A question with its own submit button, from the first Tab to the thank-you message.',
  page: '<heed-nps survey="relationship" endpoint="/feedback" follow-up="{Why?|Warum?|لماذا؟}"></heed-nps>',
  steps: [
    ['Tab', heed('npsQuestion'), heed('stepEnd', { value: 0, max: 10, label: heed('npsLow') })],
    ['space', 'selected'],
    ['Forward', heed('step', { value: 1, max: 10 }), 'selected radio button'],
    ['Backward', heed('step', { value: 0, max: 10 }), 'selected radio button'],
    ['Tab', '{Why?|Warum?|لماذا؟}', 'entry'],
    ['"It broke'],
    ['Tab', heed('send'), 'push button'],
    ['Return', heed('sentTitle'), heed('sentText')],
  ],
};
