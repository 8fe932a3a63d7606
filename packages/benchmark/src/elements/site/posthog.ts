/** What PostHog's server would say of a project that has surveys and nothing else switched on. */
import { versionOf } from '../../shared/packages.ts';
import { HIGH_LABEL, LOW_LABEL, QUESTION } from '../question.ts';
import { holderId } from './page.ts';

export const posthogVendor = {
  scripts: { [`/static/${versionOf('posthog-js')}/surveys.js`]: 'posthog-js/dist/surveys.js' },
  replies: (count: number): Record<string, unknown> => ({
    '/array/benchmark/config': { surveys: true, supportedCompression: ['gzip-js'], hasFeatureFlags: false },
    '/flags/': { flags: {} },
    '/api/surveys/': {
      surveys: Array.from({ length: count }, (_, index) => describeSurvey(holderId(index))),
    },
  }),
};

function describeSurvey(id: string): unknown {
  return {
    id,
    name: id,
    type: 'api',
    start_date: '2026-01-01T00:00:00Z',
    end_date: null,
    questions: [
      {
        id: `${id}-nps`,
        type: 'rating',
        question: QUESTION,
        display: 'number',
        scale: 10,
        lowerBoundLabel: LOW_LABEL,
        upperBoundLabel: HIGH_LABEL,
      },
    ],
    conditions: null,
    appearance: {},
  };
}
