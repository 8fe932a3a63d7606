/** What a survey that is given as JSON needs in the page, in one file. */
export { loadDefinition } from './load.ts';
export { readDefinition } from './read.ts';
export { toAttributes, toNodes } from './to-nodes.ts';
