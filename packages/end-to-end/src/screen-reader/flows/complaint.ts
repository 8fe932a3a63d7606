import type { Flow } from '../flow.ts';
import { heed } from '../strings.ts';

export const complaintErrors: Flow = {
  name: 'complaint-errors',
  about: 'An empty complaint: the errors are announced, and a link leads to each field.',
  onlyRequiredAfter: ['Return', 'space'],
  page: `
    <heed-complaint survey="complaint" endpoint="/feedback" fields="category details order"
      required-fields="category details order" categories="{Waiting, Noise|Wartezeit, Lärm|الانتظار, الضوضاء}">
    </heed-complaint>`,
  steps: [
    ['Tab', heed('category'), '{Waiting|Wartezeit|الانتظار}'],
    ['Tab', heed('details'), 'entry required'],
    ['Tab', heed('order'), 'entry required'],
    ['Tab', heed('sendComplaint'), 'push button'],
    ['Return', heed('summary', { limit: 3 }), heed('categoryMissing'), heed('detailsMissing'), heed('order')],
    ['Tab', heed('categoryMissing'), 'link'],
    ['Return', heed('category'), '{Waiting|Wartezeit|الانتظار}'],
    ['space', 'selected'],
    ['Tab', heed('details'), heed('detailsMissing')],
  ],
};

export const complaintSent: Flow = {
  name: 'complaint-sent',
  about: 'The outcome of a complaint, with its reference number.',
  page: '<heed-complaint survey="complaint" endpoint="/feedback" fields="details"></heed-complaint>',
  steps: [
    ['Tab', heed('details')],
    ['"It broke'],
    ['Tab', heed('sendComplaint'), 'push button'],
    ['Return', heed('complaintSentTitle'), heed('complaintSentText'), heed('reference')],
    ['Tab', '{Copy reference number|Vorgangsnummer kopieren|نسخ الرقم المرجعي}', 'push button'],
    ['Return', heed('copied')],
  ],
};
