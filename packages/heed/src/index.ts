/** Starts Heed with the defaults: registers the elements that the page contains, and sends their answers. */
import { start } from './start.ts';

// The types of tags and events.
export type * from '@heed/elements';

// A server that renders the page imports this module as well.
if (typeof document !== 'undefined') start();
