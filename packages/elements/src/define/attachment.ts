import { HeedAttachment } from '../components/attachment/attachment.ts';
import { define } from '../shared/base/define.ts';

define('heed-attachment', HeedAttachment);

// With the class come the types of the tag and its events.
export { HeedAttachment };
