/** What a page without a bundler loads first. An element of the page may load a file as soon as it is registered. */
export { load } from './load.ts';
import '../index.ts';
