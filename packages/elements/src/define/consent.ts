import { HeedConsent } from '../consent/consent.ts';
import { define } from '../internal/define.ts';

define('heed-consent', HeedConsent);

// With the class come the types of the tag and its events.
export { HeedConsent };
