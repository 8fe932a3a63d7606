/** One script and one tag are enough: registers the elements that the page contains and keeps their answers safe. */
import { start } from './start.ts';

// The types of the tags and of their events.
export type * from '@heed/elements';

// A server that renders the page imports this, too.
if (typeof document !== 'undefined') start();
