/** One script and one tag are enough: registers the elements that the page contains and keeps their answers safe. */
import { start } from './start.ts';

start();
