import { HeedNps } from '../nps/nps.ts';
import { define } from '../internal/define.ts';

define('heed-nps', HeedNps);
