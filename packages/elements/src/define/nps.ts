import { HeedNps } from '../nps/nps.ts';
import { define } from '../internal/define.ts';

define('heed-nps', HeedNps);

// With the class come the types of the tag and its events.
export { HeedNps };
