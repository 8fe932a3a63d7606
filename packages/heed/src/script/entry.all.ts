/**
 * The entry of `heed.min.js`. An element of the page may load a file as soon as it is registered: `load` comes
 * first.
 */
export { load } from './load.ts';
import '../index.ts';
