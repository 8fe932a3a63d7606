import { HeedCsat } from '../csat/csat.ts';
import { define } from '../internal/define.ts';

define('heed-csat', HeedCsat);
