import { HeedChoice } from '../components/choice/choice.ts';
import { define } from '../shared/base/define.ts';

define('heed-choice', HeedChoice);

// With the class come the types of the tag and its events.
export { HeedChoice };
