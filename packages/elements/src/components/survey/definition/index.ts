/**
 * The same survey as JSON and as HTML, and the way from each to the other. Nothing is registered and nothing happens at
 * import.
 */
export * from './in-page.ts';
export { toDefinition } from './to-definition.ts';
