import type { SurveyDefinition } from '../survey/definition.ts';
import { ENDINGS, PERCEPTIONS } from './service-quality.ts';

/** SERVPERF: 22 perceptions of the service, half of SERVQUAL. In English. */
export const SERVICE_PERCEPTIONS: SurveyDefinition = {
  v: 1,
  survey: 'service-perceptions',
  welcome: {
    items: [{ kind: 'statement', text: '22 statements about our service. It takes about five minutes.' }],
  },
  steps: PERCEPTIONS,
  endings: ENDINGS,
};
