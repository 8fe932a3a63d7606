/**
 * Converts a survey between JSON and HTML. Importing it registers nothing and has no side effects.
 */
export { loadDefinition } from './load-definition.ts';
export { readDefinition } from './read-definition.ts';
export { toAttributes, toNodes } from './to-nodes.ts';
export { toDefinition } from './to-definition.ts';
