/**
 * The entry of `heed.lazy.min.js`. All that it imports statically is in that file, which is compressed far better than
 * several small ones. So the code that every element needs is there, with the element that most pages start with: any
 * other element is then one request away instead of two.
 *
 * An element of the page may load a file as soon as it is registered: `load` comes first. This order of the others
 * compresses best.
 */
export { load } from './load.ts';
export { define } from '@heed/elements/internal';
import '../index.ts';
export { HeedNps } from '@heed/elements';
