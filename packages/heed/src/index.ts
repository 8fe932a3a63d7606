/** One script and one tag are enough: registers the elements that the page contains and keeps their answers safe. */
import { start } from './start.ts';

// A server that renders the page imports this, too.
if (typeof document !== 'undefined') start();
