import { HeedMatrix } from '../matrix/matrix.ts';
import { define } from '../internal/define.ts';

define('heed-matrix', HeedMatrix);

// With the class come the types of the tag and its events.
export { HeedMatrix };
