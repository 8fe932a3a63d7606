import { HeedCes } from '../components/ces/ces.ts';
import { define } from '../shared/base/define.ts';

define('heed-ces', HeedCes);

// With the class come the types of the tag and its events.
export { HeedCes };
