import { HeedCsat } from '../csat/csat.ts';
import { define } from '../internal/define.ts';

define('heed-csat', HeedCsat);

// With the class come the types of the tag and its events.
export { HeedCsat };
