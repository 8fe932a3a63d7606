import type { Flow } from '../flow.ts';
import { heed } from '../strings.ts';

function atEndpoint(endpoint: string, ...outcome: Flow['steps'][number]): Pick<Flow, 'page' | 'steps'> {
  return {
    page: `<heed-csat survey="visit" endpoint="${endpoint}"></heed-csat>`,
    steps: [['Tab', heed('csatQuestion')], ['space', 'selected'], ['Tab', heed('send')], outcome],
  };
}

export const stored: Flow = {
  name: 'outcome-stored',
  about: 'The endpoint cannot be reached: the answer is kept on the device, and nobody is thanked for it.',
  ...atEndpoint('/broken', 'Return', heed('storedTitle'), heed('storedOnlineText')),
};

export const refused: Flow = {
  name: 'outcome-refused',
  about: 'The endpoint refuses the answer: that is said, and what to do.',
  ...atEndpoint('/refused', 'Return', heed('refusedTitle'), heed('refusedText')),
};
