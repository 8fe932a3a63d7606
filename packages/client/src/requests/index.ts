/**
 * Ways to post a record other than as JSON with a key in the header, for the option `request` of `createClient()`.
 * Each gives a copy the same bytes every time, carries the id inside the body, and needs no preflight.
 */
export { asForm } from './as-form.ts';
export { asText } from './as-text.ts';
