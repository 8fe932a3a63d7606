import { HeedCsat } from '../components/csat/csat.ts';
import { define } from '../shared/base/define.ts';

define('heed-csat', HeedCsat);

// The class brings the types of the tag and its events.
export { HeedCsat };
