import 'survey-core/survey-core.fontless.min.css';
import 'survey-js-ui';
import { Model } from 'survey-core';
import { HIGH_LABEL, LOW_LABEL, QUESTION } from '../question.ts';
import { containers } from './containers.ts';

for (const container of containers) {
  new Model({
    elements: [
      {
        type: 'rating',
        name: 'nps',
        title: QUESTION,
        rateMin: 0,
        rateMax: 10,
        minRateDescription: LOW_LABEL,
        maxRateDescription: HIGH_LABEL,
      },
    ],
  }).render(container);
}
