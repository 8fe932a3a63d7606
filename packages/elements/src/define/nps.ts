import { HeedNps } from '../components/nps/nps.ts';
import { define } from '../shared/base/define.ts';

define('heed-nps', HeedNps);

// With the class come the types of the tag and its events.
export { HeedNps };
