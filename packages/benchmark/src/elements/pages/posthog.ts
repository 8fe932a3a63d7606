import { DisplaySurveyType, posthog } from 'posthog-js';
import { holders } from './holders.ts';

// Otherwise it sends nothing for a browser that is driven by a program.
posthog.init('benchmark', { api_host: location.origin, opt_out_useragent_filter: true });
posthog.onSurveysLoaded(() => {
  for (const { id } of holders) {
    posthog.displaySurvey(id, {
      displayType: DisplaySurveyType.Inline,
      selector: `#${id}`,
      ignoreConditions: true,
      ignoreDelay: true,
    });
  }
});
