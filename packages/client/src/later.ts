/** What few pages need. In one file, since every page pays for the address of each. */
export { asForm } from './requests/as-form.ts';
export { explain } from './explain/explain.ts';
