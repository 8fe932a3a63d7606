import { HeedCes } from '../components/ces/ces.ts';
import { define } from '../shared/base/define.ts';

define('heed-ces', HeedCes);

// The class brings the types of the tag and its events.
export { HeedCes };
