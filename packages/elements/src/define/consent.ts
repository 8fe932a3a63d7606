import { HeedConsent } from '../components/consent/consent.ts';
import { define } from '../shared/base/define.ts';

define('heed-consent', HeedConsent);

// With the class come the types of the tag and its events.
export { HeedConsent };
