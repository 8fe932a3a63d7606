/**
 * Functions for the option `request` of `createClient()`, for endpoints that do not accept JSON with a key in the header.
 * Each writes the same bytes for every copy, includes the id in the body, and requires no preflight.
 */
export { asForm } from './as-form.ts';
export { asText } from './as-text.ts';
