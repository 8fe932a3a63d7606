/** The replies of PostHog's server for a project with surveys and no other features. */
import { readVersion } from '../../shared/read-version.ts';
import { HIGH_LABEL, LOW_LABEL, QUESTION } from '../question.ts';
import { containerId } from './page.ts';

export const posthogVendor = {
  scripts: { [`/static/${readVersion('posthog-js')}/surveys.js`]: 'posthog-js/dist/surveys.js' },
  replies: (count: number): Record<string, unknown> => ({
    '/array/benchmark/config': { surveys: true, supportedCompression: ['gzip-js'], hasFeatureFlags: false },
    '/flags/': { flags: {} },
    '/api/surveys/': {
      surveys: Array.from({ length: count }, (_, index) => describeSurvey(containerId(index))),
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
