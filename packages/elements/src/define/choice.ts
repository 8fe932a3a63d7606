import { HeedChoice } from '../choice/choice.ts';
import { define } from '../internal/define.ts';

define('heed-choice', HeedChoice);

// With the class come the types of the tag and its events.
export { HeedChoice };
