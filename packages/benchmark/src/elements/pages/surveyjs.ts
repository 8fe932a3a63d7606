import 'survey-core/survey-core.fontless.min.css';
import 'survey-js-ui';
import { Model } from 'survey-core';
import { holders } from './holders.ts';

for (const holder of holders) {
  new Model({
    elements: [
      {
        type: 'rating',
        name: 'nps',
        title: 'How likely are you to recommend us?',
        rateMin: 0,
        rateMax: 10,
        minRateDescription: 'Not at all likely',
        maxRateDescription: 'Extremely likely',
      },
    ],
  }).render(holder);
}
