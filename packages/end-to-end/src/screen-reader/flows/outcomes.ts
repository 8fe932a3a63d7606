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
  about: 'The endpoint is unreachable: the answer is stored on the device, and the user is not thanked.',
  ...atEndpoint('/broken', 'Return', heed('storedTitle'), heed('storedOnlineText')),
};

export const refused: Flow = {
  name: 'outcome-refused',
  about: 'The endpoint rejects the answer: the error and the next step are announced.',
  ...atEndpoint('/refused', 'Return', heed('refusedTitle'), heed('refusedText')),
};
