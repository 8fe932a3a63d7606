import { HeedChoice } from '../components/choice/choice.ts';
import { define } from '../shared/base/define.ts';

define('heed-choice', HeedChoice);

// The class brings the types of the tag and its events.
export { HeedChoice };
