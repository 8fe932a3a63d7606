import { HeedMatrix } from '../components/matrix/matrix.ts';
import { define } from '../shared/base/define.ts';

define('heed-matrix', HeedMatrix);

// The class brings the types of the tag and its events.
export { HeedMatrix };
