import { define } from '../shared/base/define.ts';
import { HeedLauncher } from '../components/launcher/launcher.ts';

define('heed-launcher', HeedLauncher);

// The class brings the types of the tag and its events.
export { HeedLauncher };
