import { renderSurveyInline } from '@formbricks/surveys';
import { holders } from './holders.ts';

for (const { id } of holders) {
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
          headline: 'How likely are you to recommend us?',
          lowerLabel: 'Not at all likely',
          upperLabel: 'Extremely likely',
          required: true,
        },
      ],
    },
  });
}
