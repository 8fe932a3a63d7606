import { HeedNps } from '../components/nps/nps.ts';
import { define } from '../shared/base/define.ts';

define('heed-nps', HeedNps);

// The class brings the types of the tag and its events.
export { HeedNps };
