import './choice.ts';
import './consent.ts';
import './text.ts';
import { HeedComplaint } from '../components/complaint/complaint.ts';
import { define } from '../shared/base/define.ts';

define('heed-complaint', HeedComplaint);

// The class brings the types of the tag and its events.
export { HeedComplaint };
