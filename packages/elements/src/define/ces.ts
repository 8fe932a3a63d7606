import { HeedCes } from '../ces/ces.ts';
import { define } from '../internal/define.ts';

define('heed-ces', HeedCes);

// With the class come the types of the tag and its events.
export { HeedCes };
