import { HeedAttachment } from '../components/attachment/attachment.ts';
import { define } from '../shared/base/define.ts';

define('heed-attachment', HeedAttachment);

// The class brings the types of the tag and its events.
export { HeedAttachment };
