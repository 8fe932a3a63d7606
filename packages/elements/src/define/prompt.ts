import { define } from '../shared/base/define.ts';
import { HeedPrompt } from '../components/prompt/prompt.ts';

define('heed-prompt', HeedPrompt);

// The class brings the types of the tag and its events.
export { HeedPrompt };
