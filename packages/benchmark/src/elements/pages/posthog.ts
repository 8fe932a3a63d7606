import { DisplaySurveyType, posthog } from 'posthog-js';
import { containers } from './containers.ts';

// By default, PostHog sends nothing for automated browsers.
posthog.init('benchmark', { api_host: location.origin, opt_out_useragent_filter: true });
posthog.onSurveysLoaded(() => {
  for (const { id } of containers) {
    posthog.displaySurvey(id, {
      displayType: DisplaySurveyType.Inline,
      selector: `#${id}`,
      ignoreConditions: true,
      ignoreDelay: true,
    });
  }
});
