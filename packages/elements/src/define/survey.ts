import { define } from '../internal/define.ts';
import { HeedSurvey } from '../survey/survey.ts';

define('heed-survey', HeedSurvey);

// With the class come the types of the tag and its events.
export { HeedSurvey };
