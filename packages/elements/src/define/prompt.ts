import { define } from '../internal/define.ts';
import { HeedPrompt } from '../prompt/prompt.ts';

define('heed-prompt', HeedPrompt);

// With the class come the types of the tag and its events.
export { HeedPrompt };
