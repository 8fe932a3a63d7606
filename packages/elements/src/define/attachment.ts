import { HeedAttachment } from '../attachment/attachment.ts';
import { define } from '../internal/define.ts';

define('heed-attachment', HeedAttachment);

// With the class come the types of the tag and its events.
export { HeedAttachment };
