import { expectations } from '../batteries/expectations.ts';
import type { SurveyDefinition } from '../survey/definition.ts';
import { ENDINGS, PERCEPTIONS, toQuestion } from './service-quality.ts';

/** SERVQUAL with both parts: expectations of an excellent service, and perceptions of this one. In English. */
export const SERVICE_GAP: SurveyDefinition = {
  v: 1,
  survey: 'service-gap',
  welcome: {
    items: [
      {
        kind: 'statement',
        text: 'The same 22 statements twice: about a service that you would call excellent, and about ours. It takes about ten minutes.',
      },
    ],
  },
  steps: [{ items: [toQuestion('expectations', expectations)] }, ...PERCEPTIONS],
  endings: ENDINGS,
};
