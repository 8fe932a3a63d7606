import { HeedComplaint } from '../complaint/complaint.ts';
import { define } from '../internal/define.ts';

define('heed-complaint', HeedComplaint);
