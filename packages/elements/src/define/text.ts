import { HeedText } from '../components/text/text.ts';
import { define } from '../shared/base/define.ts';

define('heed-text', HeedText);

// The class brings the types of the tag and its events.
export { HeedText };
