import { renderSurveyInline } from '@formbricks/surveys';
import { HIGH_LABEL, LOW_LABEL, QUESTION } from '../question.ts';
import { containers } from './containers.ts';

for (const { id } of containers) {
  renderSurveyInline({
    containerId: id,
    brandColor: '#3b4fd8',
    survey: {
      id,
      name: 'Benchmark',
      type: 'app',
      status: 'inProgress',
      welcomeCard: { enabled: false },
      thankYouCard: { enabled: false },
      hiddenFields: { enabled: false },
      questions: [
        {
          id: 'nps',
          type: 'nps',
          headline: QUESTION,
          lowerLabel: LOW_LABEL,
          upperLabel: HIGH_LABEL,
          required: true,
        },
      ],
    },
  });
}
