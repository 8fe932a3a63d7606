import { HeedConsent } from '../components/consent/consent.ts';
import { define } from '../shared/base/define.ts';

define('heed-consent', HeedConsent);

// The class brings the types of the tag and its events.
export { HeedConsent };
