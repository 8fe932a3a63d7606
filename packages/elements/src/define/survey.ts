import { define } from '../shared/base/define.ts';
import { HeedSurvey } from '../components/survey/survey.ts';

define('heed-survey', HeedSurvey);

// The class brings the types of the tag and its events.
export { HeedSurvey };
