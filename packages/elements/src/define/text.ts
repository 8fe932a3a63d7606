import { HeedText } from '../text/text.ts';
import { define } from '../internal/define.ts';

define('heed-text', HeedText);

// With the class come the types of the tag and its events.
export { HeedText };
