import { define } from '../shared/base/define.ts';
import { HeedSurvey } from '../components/survey/survey.ts';

define('heed-survey', HeedSurvey);

// With the class come the types of the tag and its events.
export { HeedSurvey };
