import { define } from '../internal/define.ts';
import { HeedLauncher } from '../launcher/launcher.ts';

define('heed-launcher', HeedLauncher);

// With the class come the types of the tag and its events.
export { HeedLauncher };
